/** What tests of running classes stand on: a node, a clock that is moved by hand, the tables. */
@NullMarked
package downbeat.classes.stage;

import org.jspecify.annotations.NullMarked;
