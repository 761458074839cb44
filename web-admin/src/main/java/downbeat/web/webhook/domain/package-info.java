/** The rules of telling shops: what there is to tell, how it is signed, where it may go, and when it is tried again. */
@NullMarked
package downbeat.web.webhook.domain;

import org.jspecify.annotations.NullMarked;
