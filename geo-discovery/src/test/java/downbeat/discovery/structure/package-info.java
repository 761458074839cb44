@NullMarked
package downbeat.discovery.structure;

import org.jspecify.annotations.NullMarked;
