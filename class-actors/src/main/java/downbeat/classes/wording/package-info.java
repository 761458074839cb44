/** What words must be, whoever typed them. */
@NullMarked
package downbeat.classes.wording;

import org.jspecify.annotations.NullMarked;
