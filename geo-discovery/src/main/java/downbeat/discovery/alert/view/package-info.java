/** The tables of alerts, of what opened and of who was told, and the rounds that tell. */
@NullMarked
package downbeat.discovery.alert.view;

import org.jspecify.annotations.NullMarked;
