@NullMarked
package downbeat.popups.series.entity;

import org.jspecify.annotations.NullMarked;
