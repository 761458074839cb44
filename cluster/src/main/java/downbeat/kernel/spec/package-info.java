/** The test kit: given these facts, when this is asked, then that; and a clock that is moved on by hand. Needs no test framework. */
@NullMarked
package downbeat.kernel.spec;

import org.jspecify.annotations.NullMarked;
