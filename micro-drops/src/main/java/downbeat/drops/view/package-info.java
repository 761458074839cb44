/** Lists of drops and claims, kept from their events. */
@NullMarked
package downbeat.drops.view;

import org.jspecify.annotations.NullMarked;
