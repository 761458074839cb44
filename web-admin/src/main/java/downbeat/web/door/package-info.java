/** Who stands at a door without an account: invitations of devices, and the sessions they open. */
@NullMarked
package downbeat.web.door;

import org.jspecify.annotations.NullMarked;
