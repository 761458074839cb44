/** Pages that are open now and are told of what opens near their readers. */
@NullMarked
package downbeat.web.alert;

import org.jspecify.annotations.NullMarked;
