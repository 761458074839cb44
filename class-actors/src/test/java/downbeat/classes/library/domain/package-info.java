@NullMarked
package downbeat.classes.library.domain;

import org.jspecify.annotations.NullMarked;
