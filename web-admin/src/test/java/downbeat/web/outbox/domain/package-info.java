@NullMarked
package downbeat.web.outbox.domain;

import org.jspecify.annotations.NullMarked;
