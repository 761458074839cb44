@NullMarked
package downbeat.popups.domain;

import org.jspecify.annotations.NullMarked;
