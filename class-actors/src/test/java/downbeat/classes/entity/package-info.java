@NullMarked
package downbeat.classes.entity;

import org.jspecify.annotations.NullMarked;
