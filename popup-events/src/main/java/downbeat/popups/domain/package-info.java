/** The rules of a pop-up: its life from draft to close, its tickets and its waiting list, its door. Pure. */
@NullMarked
package downbeat.popups.domain;

import org.jspecify.annotations.NullMarked;
