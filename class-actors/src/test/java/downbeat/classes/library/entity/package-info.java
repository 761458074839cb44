@NullMarked
package downbeat.classes.library.entity;

import org.jspecify.annotations.NullMarked;
