/** The rules of an account, pure. */
@NullMarked
package downbeat.web.identity.domain;

import org.jspecify.annotations.NullMarked;
