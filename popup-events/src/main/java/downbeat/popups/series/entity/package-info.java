/** Series as running entities: their typed client and what it shows. */
@NullMarked
package downbeat.popups.series.entity;

import org.jspecify.annotations.NullMarked;
