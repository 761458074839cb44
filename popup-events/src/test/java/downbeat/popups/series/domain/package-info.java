@NullMarked
package downbeat.popups.series.domain;

import org.jspecify.annotations.NullMarked;
