/** The two API documents walked from end to end: nothing is described that does not happen. */
@NullMarked
package downbeat.web.contract;

import org.jspecify.annotations.NullMarked;
