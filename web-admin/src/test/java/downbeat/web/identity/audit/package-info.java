/** Tests of tokens and keys. */
@NullMarked
package downbeat.web.identity.audit;

import org.jspecify.annotations.NullMarked;
