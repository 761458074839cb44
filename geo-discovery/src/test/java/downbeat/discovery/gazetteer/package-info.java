@NullMarked
package downbeat.discovery.gazetteer;

import org.jspecify.annotations.NullMarked;
