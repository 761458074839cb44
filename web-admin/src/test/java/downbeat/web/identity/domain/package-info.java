/** Tests of the rules of an account. */
@NullMarked
package downbeat.web.identity.domain;

import org.jspecify.annotations.NullMarked;
