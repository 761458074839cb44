/** {@code rehearse}: drives a whole class over the public API and proves that every cue reached everybody. */
@NullMarked
package downbeat.web.rehearse;

import org.jspecify.annotations.NullMarked;
