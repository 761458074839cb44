@NullMarked
package downbeat.web.rehearse.drop;

import org.jspecify.annotations.NullMarked;
