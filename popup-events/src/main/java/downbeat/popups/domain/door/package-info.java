/** What a door is made of: gates, devices and scans, and what scans add up to. */
@NullMarked
package downbeat.popups.domain.door;

import org.jspecify.annotations.NullMarked;
