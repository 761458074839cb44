/** Kinds of tickets: what there is to be had, by whom and when. */
@NullMarked
package downbeat.popups.domain.kind;

import org.jspecify.annotations.NullMarked;
