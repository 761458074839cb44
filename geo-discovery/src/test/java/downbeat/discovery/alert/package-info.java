@NullMarked
package downbeat.discovery.alert;

import org.jspecify.annotations.NullMarked;
