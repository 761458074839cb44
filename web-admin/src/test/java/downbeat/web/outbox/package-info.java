@NullMarked
package downbeat.web.outbox;

import org.jspecify.annotations.NullMarked;
