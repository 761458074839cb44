/** Tests of the command line as a process of the packaged jar. */
@NullMarked
package downbeat.web.command;

import org.jspecify.annotations.NullMarked;
