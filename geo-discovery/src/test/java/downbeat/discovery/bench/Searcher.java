package downbeat.discovery.bench;

import downbeat.kernel.GeoPoint;

/** Finds the twenty that are asked for around a point. */
interface Searcher extends AutoCloseable {
    String name();

    /** How many were found. */
    int search(GeoPoint point) throws Exception;

    @Override
    void close() throws Exception;
}
