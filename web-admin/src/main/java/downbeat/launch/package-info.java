/** The jar's entry point: finds a Java that is new enough. Compiled for Java 11. */
@NullMarked
package downbeat.launch;

import org.jspecify.annotations.NullMarked;
