@NullMarked
package downbeat.web.identity;

import org.jspecify.annotations.NullMarked;
