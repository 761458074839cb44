/** The rules of telling shops. */
@NullMarked
package downbeat.web.webhook.domain;

import org.jspecify.annotations.NullMarked;
