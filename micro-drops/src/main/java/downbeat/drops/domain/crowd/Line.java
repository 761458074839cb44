package downbeat.drops.domain.crowd;

import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The waiting room. Those who are there when the drop opens are put into the order of a draw; who comes later stands behind them,
 * first come first. One spot each: coming again or earlier gains nothing.
 */
public record Line(PMap<ParticipantId, Spot> spots) {
    public static final Line EMPTY = new Line(HashTreePMap.empty());

    public static final int MOST = 100_000;

    public int size() {
        return spots.size();
    }

    public Optional<Spot> of(ParticipantId who) {
        return Optional.ofNullable(spots.get(who));
    }

    /** Somebody who is there already stays where they are. */
    public Line with(ParticipantId who, Instant now) {
        return spots.containsKey(who) ? this : new Line(spots.plus(who, new Spot(spots.size(), now)));
    }

    public Line drawn(Seed seed) {
        record Lot(ParticipantId who, String lot, Instant since) {}
        var order = spots.entrySet().stream()
                .map(entry -> new Lot(
                        entry.getKey(),
                        seed.lot(entry.getKey()),
                        entry.getValue().since()))
                .sorted(Comparator.comparing(Lot::lot))
                .toList();
        PMap<ParticipantId, Spot> drawn = HashTreePMap.empty();
        for (int i = 0; i < order.size(); i++) {
            drawn = drawn.plus(order.get(i).who(), new Spot(i, order.get(i).since()));
        }
        return new Line(drawn);
    }

    /** When somebody on a spot is let in; at once if there is no waiting room any more. */
    public static Instant turn(Spot spot, Instant opened, int perSecond) {
        var turn = perSecond == 0 ? opened : opened.plusMillis(spot.position() * 1000L / perSecond);
        return turn.isAfter(spot.since()) ? turn : spot.since();
    }
}
