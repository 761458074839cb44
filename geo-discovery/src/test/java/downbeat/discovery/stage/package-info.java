/** What tests of discovery share. */
@NullMarked
package downbeat.discovery.stage;

import org.jspecify.annotations.NullMarked;
