@NullMarked
package downbeat.discovery.view;

import org.jspecify.annotations.NullMarked;
