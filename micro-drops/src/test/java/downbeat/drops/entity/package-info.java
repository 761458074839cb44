@NullMarked
package downbeat.drops.entity;

import org.jspecify.annotations.NullMarked;
