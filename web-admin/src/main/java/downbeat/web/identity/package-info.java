/** Who is calling: accounts, passwords, sessions, join tokens, keys, and the trail of who did what. */
@NullMarked
package downbeat.web.identity;

import org.jspecify.annotations.NullMarked;
