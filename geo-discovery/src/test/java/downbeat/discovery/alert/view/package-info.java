@NullMarked
package downbeat.discovery.alert.view;

import org.jspecify.annotations.NullMarked;
