package downbeat.cluster.deadline;

import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import downbeat.cluster.entity.Entities;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second for entities whose deadline has passed and wakes them; they judge by their own clock. */
final class DeadlineClock {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineClock.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    /** Waking is replaying: more at once would be felt by those who are already served. */
    private static final int MOST_A_TICK = 500;

    private enum Tick {
        TICK
    }

    private DeadlineClock() {}

    static Behavior<Void> create(Jdbi jdbi, Entities entities, Clock clock) {
        return Behaviors.supervise(ticking(jdbi, entities, clock).<Void>narrow())
                .onFailure(SupervisorStrategy.restartWithBackoff(TICK, Duration.ofSeconds(30), 0.1));
    }

    private static Behavior<Object> ticking(Jdbi jdbi, Entities entities, Clock clock) {
        return Behaviors.withTimers(timers -> {
            timers.startTimerWithFixedDelay(Tick.TICK, TICK);
            return Behaviors.receive(Object.class)
                    .onMessageEquals(Tick.TICK, () -> {
                        wake(jdbi, entities, clock);
                        return Behaviors.same();
                    })
                    .build();
        });
    }

    private static void wake(Jdbi jdbi, Entities entities, Clock clock) {
        var due = new ArrayDeque<>(jdbi.withHandle(db -> Deadlines.due(db, clock.instant(), MOST_A_TICK)));
        for (Deadlines.DueEntity entity : due) {
            try {
                entities.wake(entity.aggregate(), entity.entityId());
            } catch (IllegalArgumentException e) {
                LOG.warn("a deadline of {} {} waits: {}", entity.aggregate(), entity.entityId(), e.getMessage());
            }
        }
    }
}
