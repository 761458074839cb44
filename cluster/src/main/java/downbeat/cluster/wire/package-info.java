/** How domain types are written: JSON in the journal and over HTTP, CBOR between nodes. */
@NullMarked
package downbeat.cluster.wire;

import org.jspecify.annotations.NullMarked;
