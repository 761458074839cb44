package downbeat.cluster.entity;

import java.util.List;
import java.util.stream.IntStream;

/** How the entities of an aggregate are dealt out to the streams that read their journal side by side. */
final class Slices {

    /** Never changed: tags are stored. */
    private static final int COUNT = 4;

    private Slices() {}

    static String tag(String aggregate, String entityId) {
        return aggregate + "-" + Math.floorMod(entityId.hashCode(), COUNT);
    }

    static List<String> tags(String aggregate) {
        return IntStream.range(0, COUNT)
                .mapToObj(slice -> aggregate + "-" + slice)
                .toList();
    }
}
