@NullMarked
package downbeat.classes.domain;

import org.jspecify.annotations.NullMarked;
