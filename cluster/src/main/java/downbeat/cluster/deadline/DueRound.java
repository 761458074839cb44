package downbeat.cluster.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Which of the overdue entities have their turn. Half of a turn is for those whose time has just come, the other half goes
 * round among all: an entity that never gets on, because it cannot be read, is asked again and keeps nobody waiting. Owned
 * by one actor.
 */
final class DueRound {

    /** A deadline reaches the table some time after it was set, and that may be after it has passed. */
    private static final Duration LATE_ROWS = Duration.ofSeconds(3);

    private final int most;
    private Instant seen = Instant.EPOCH;
    private Deadlines.DueEntity last = Deadlines.DueEntity.FIRST;

    /** @param most entities a turn, at least 2 */
    DueRound(int most) {
        this.most = most;
    }

    /** The next turn; an entity may be in it twice. */
    List<Deadlines.DueEntity> next(Handle db, Instant now) {
        List<Deadlines.DueEntity> turn = new ArrayList<>(Deadlines.cameDue(db, seen, now, most / 2));
        int left = most - turn.size();
        List<Deadlines.DueEntity> round = Deadlines.dueAfter(db, last, now, left);
        turn.addAll(round);
        seen = now.minus(LATE_ROWS);
        last = round.size() < left ? Deadlines.DueEntity.FIRST : round.getLast();
        return turn;
    }
}
