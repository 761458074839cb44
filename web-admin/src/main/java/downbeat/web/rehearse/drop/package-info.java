/** The rush on a drop: many clients claim at once, and what they were answered is held against what the server says there is. */
@NullMarked
package downbeat.web.rehearse.drop;

import org.jspecify.annotations.NullMarked;
