/** Signed tokens and the keys they are signed with. */
@NullMarked
package downbeat.web.identity.token;

import org.jspecify.annotations.NullMarked;
