package downbeat.classes.live.quality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Links as they are at home, and a ladder that one report a second is given. */
final class Links {
    static final LinkReport GOOD = report(0, 40, 5, 0);

    final RungLadder ladder = new RungLadder();
    final List<Move> moves = new ArrayList<>();
    Duration now = Duration.ofSeconds(100);

    static LinkReport report(double loss, double rtt, double jitter, int freezes) {
        return new LinkReport(new LinkStats(rtt, jitter, loss, 8_000, freezes, 10), 60);
    }

    static LinkReport losing(double loss) {
        return report(loss, 40, 5, 0);
    }

    /** A second passes. */
    Links second(LinkReport report) {
        now = now.plusSeconds(1);
        ladder.report(report, now).ifPresent(moves::add);
        return this;
    }

    Links seconds(int count, LinkReport report) {
        for (var i = 0; i < count; i++) {
            second(report);
        }
        return this;
    }

    /** How many seconds of such reports until the next move. */
    int untilMove(LinkReport report) {
        for (var seconds = 1; seconds < 1_000; seconds++) {
            now = now.plusSeconds(1);
            Optional<Move> move = ladder.report(report, now);
            if (move.isPresent()) {
                moves.add(move.get());
                return seconds;
            }
        }
        throw new AssertionError("never");
    }

    Rung rung() {
        return ladder.rung();
    }

    Move newest() {
        return moves.getLast();
    }
}
