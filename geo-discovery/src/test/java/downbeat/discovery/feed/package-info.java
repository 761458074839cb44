@NullMarked
package downbeat.discovery.feed;

import org.jspecify.annotations.NullMarked;
