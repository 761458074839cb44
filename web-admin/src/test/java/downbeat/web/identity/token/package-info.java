/** Tests of tokens and keys. */
@NullMarked
package downbeat.web.identity.token;

import org.jspecify.annotations.NullMarked;
