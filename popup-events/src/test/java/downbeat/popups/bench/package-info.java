/** What pop-ups are measured with. */
@NullMarked
package downbeat.popups.bench;

import org.jspecify.annotations.NullMarked;
