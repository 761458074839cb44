/** What is read of accounts by other keys than the address. */
@NullMarked
package downbeat.web.identity.view;

import org.jspecify.annotations.NullMarked;
