/** Classes as running entities: their typed client and what it shows. */
@NullMarked
package downbeat.classes.entity;

import org.jspecify.annotations.NullMarked;
