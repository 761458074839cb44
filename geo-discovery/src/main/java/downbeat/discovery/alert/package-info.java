/** Who wants to be told of what opens near them, and how many are told at once. Pure. */
@NullMarked
package downbeat.discovery.alert;

import org.jspecify.annotations.NullMarked;
