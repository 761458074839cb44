/** Benchmarks beside other servers. Run by hand: docs/benchmarks.md. */
@NullMarked
package downbeat.web.bench;

import org.jspecify.annotations.NullMarked;
