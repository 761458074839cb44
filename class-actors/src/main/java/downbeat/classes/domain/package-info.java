/** The rules of a class: its life from draft to end, its places and its waiting list. Pure. */
@NullMarked
package downbeat.classes.domain;

import org.jspecify.annotations.NullMarked;
