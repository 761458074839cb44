package downbeat.discovery.stage;

import downbeat.discovery.alert.Alert;
import downbeat.discovery.alert.AlertId;
import downbeat.discovery.alert.Channel;
import downbeat.discovery.alert.Hours;
import downbeat.discovery.alert.QuietHours;
import downbeat.discovery.alert.Wish;
import downbeat.discovery.journey.HoldOut;
import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What members wish to be told of. */
public final class Wishes {
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Wishes() {}

    /** Of anything at any time, on the page. */
    public static Wish around(GeoPoint point, int metres) {
        return new Wish(
                Cell.of(point, Wish.RESOLUTION),
                metres,
                Set.of(),
                Set.of(),
                Hours.any(BERLIN),
                Optional.empty(),
                Set.of(Channel.PAGE));
    }

    public static Wish by(Wish it, Set<Channel> by) {
        return new Wish(it.cell(), it.metres(), it.kinds(), it.styles(), it.when(), it.quiet(), by);
    }

    /** {@code HH:MM} of Berlin. */
    public static Wish quiet(Wish it, String from, String to) {
        var quiet = new QuietHours(BERLIN, LocalTime.parse(from), LocalTime.parse(to));
        return new Wish(it.cell(), it.metres(), it.kinds(), it.styles(), it.when(), Optional.of(quiet), it.by());
    }

    public static Alert alert(String member, Wish wish) {
        return new Alert(new AlertId("l-" + member), new ParticipantId(member), wish, Instant.EPOCH, 1);
    }

    /** So many that are not held out. */
    public static List<ParticipantId> members(int many) {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> new ParticipantId("m-" + n))
                .filter(who -> !HoldOut.has(who))
                .limit(many)
                .toList();
    }

    /** Somebody who is held out. */
    public static ParticipantId heldOut() {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> new ParticipantId("m-out-" + n))
                .filter(HoldOut::has)
                .findFirst()
                .orElseThrow();
    }
}
