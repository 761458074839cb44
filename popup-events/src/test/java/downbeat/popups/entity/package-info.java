@NullMarked
package downbeat.popups.entity;

import org.jspecify.annotations.NullMarked;
