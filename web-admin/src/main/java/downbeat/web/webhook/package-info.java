/** Shops are told about claims: who is to be told, what is on its way to them, and what became of it. */
@NullMarked
package downbeat.web.webhook;

import org.jspecify.annotations.NullMarked;
