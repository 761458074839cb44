@NullMarked
package downbeat.web.outbox.smtp;

import org.jspecify.annotations.NullMarked;
