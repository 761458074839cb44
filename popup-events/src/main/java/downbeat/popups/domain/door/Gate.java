package downbeat.popups.domain.door;

import downbeat.kernel.TimeWindow;
import downbeat.kernel.bound.Bounds;
import downbeat.popups.domain.kind.KindId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A gate and its rules.
 *
 * @param name 1 to 60 characters
 * @param entry whether one comes in here
 * @param exit whether one goes out here
 * @param reentry whether one who has gone out comes in here again
 * @param kinds of tickets it is for; every kind when empty
 * @param open when it is used; as long as the doors are open when empty
 */
public record Gate(
        GateId id,
        String name,
        boolean entry,
        boolean exit,
        boolean reentry,
        List<KindId> kinds,
        Optional<TimeWindow> open) {
    public Gate {
        kinds = List.copyOf(kinds);
        Bounds.text("name of a gate", name, 1, 60);
        Bounds.require(entry || exit, "entry and exit of a gate must not both be false");
        Bounds.size("kinds of a gate", kinds, 0, 20);
        Bounds.distinct("kinds of a gate", kinds);
    }

    /** The gate of a pop-up whose organizer has said nothing of gates. */
    public static Gate main() {
        return new Gate(new GateId("main"), "Main gate", true, true, false, List.of(), Optional.empty());
    }

    /** What this gate has against it, whoever it is. */
    public Optional<Reason> objection(Direction direction, KindId kind, Instant now) {
        if (direction == Direction.ENTRY && !entry) {
            return Optional.of(Reason.NO_ENTRY_HERE);
        }
        if (direction == Direction.EXIT) {
            return exit ? Optional.empty() : Optional.of(Reason.NO_EXIT_HERE);
        }
        if (!kinds.isEmpty() && !kinds.contains(kind)) {
            return Optional.of(Reason.WRONG_GATE);
        }
        return open.filter(window -> !window.contains(now))
                .map(window -> now.isBefore(window.start()) ? Reason.TOO_EARLY : Reason.TOO_LATE);
    }
}
