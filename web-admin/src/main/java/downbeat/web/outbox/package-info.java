/** What guests of pop-ups are told: written once with the fact that causes it, read on the pages, sent by post where there is one. */
@NullMarked
package downbeat.web.outbox;

import org.jspecify.annotations.NullMarked;
