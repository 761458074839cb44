@NullMarked
package downbeat.drops.domain;

import org.jspecify.annotations.NullMarked;
