/** Pop-ups as running entities: their typed client and what it shows. */
@NullMarked
package downbeat.popups.entity;

import org.jspecify.annotations.NullMarked;
