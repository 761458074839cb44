/** What goes with drops and is no rule of theirs: pickup codes, links to downloads. */
@NullMarked
package downbeat.web.drop;

import org.jspecify.annotations.NullMarked;
