/** What words and numbers may be, whoever typed them. */
@NullMarked
package downbeat.kernel.bound;

import org.jspecify.annotations.NullMarked;
