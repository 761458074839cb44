/** The command line. */
@NullMarked
package downbeat.web.command;

import org.jspecify.annotations.NullMarked;
