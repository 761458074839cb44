package downbeat.discovery.journey;

import downbeat.kernel.ParticipantId;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Members of one of the two groups. */
final class Members {
    private Members() {}

    static Stream<ParticipantId> open() {
        return all().filter(who -> !HoldOut.has(who));
    }

    static Stream<ParticipantId> heldOut() {
        return all().filter(HoldOut::has);
    }

    private static Stream<ParticipantId> all() {
        return IntStream.iterate(0, n -> n + 1).mapToObj(n -> new ParticipantId("member-" + n));
    }
}
