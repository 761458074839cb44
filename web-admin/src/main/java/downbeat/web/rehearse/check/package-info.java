/** The checker: what was promised to the trainer against what every device really got. Pure. */
@NullMarked
package downbeat.web.rehearse.check;

import org.jspecify.annotations.NullMarked;
