@NullMarked
package downbeat.drops.view;

import org.jspecify.annotations.NullMarked;
