package downbeat.popups.reaction;

import downbeat.classes.domain.room.Stay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stays that overlap, made one. Pure. */
final class Together {
    private Together() {}

    static List<Stay> of(List<Stay> stays) {
        var all = new ArrayList<Stay>();
        for (var stay : stays.stream().sorted(Comparator.comparing(Stay::from)).toList()) {
            var before = all.isEmpty() ? null : all.getLast();
            if (before == null
                    || before.to().filter(to -> to.isBefore(stay.from())).isPresent()) {
                all.add(stay);
            } else {
                all.set(all.size() - 1, new Stay(before.from(), later(before.to(), stay.to())));
            }
        }
        return all;
    }

    /** Empty is the latest: not over. */
    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.flatMap(a -> other.map(b -> a.isAfter(b) ? a : b));
    }
}
