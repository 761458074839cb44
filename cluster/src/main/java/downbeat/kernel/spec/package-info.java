/** The test kit of deciders: given these facts, when this is asked, then that. Needs no test framework. */
@NullMarked
package downbeat.kernel.spec;

import org.jspecify.annotations.NullMarked;
