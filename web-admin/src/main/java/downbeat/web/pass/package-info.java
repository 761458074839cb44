/** The keys that passes are signed with, and passes as pictures. */
@NullMarked
package downbeat.web.pass;

import org.jspecify.annotations.NullMarked;
