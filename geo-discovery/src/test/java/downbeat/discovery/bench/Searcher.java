package downbeat.discovery.bench;

import downbeat.kernel.GeoPoint;

/** Finds the twenty that are asked for around a point. */
interface Searcher extends AutoCloseable {
    String name();

    /** How many questions a round has for it: enough for a 99th percentile, and no more than it answers in some seconds. */
    default int questions() {
        return 2_000;
    }

    /** How many were found. */
    int search(GeoPoint point) throws Exception;

    @Override
    void close() throws Exception;
}
