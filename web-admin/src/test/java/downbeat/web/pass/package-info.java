@NullMarked
package downbeat.web.pass;

import org.jspecify.annotations.NullMarked;
