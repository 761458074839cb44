package downbeat.cluster.deadline;

import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import downbeat.cluster.entity.Entities;
import java.time.Clock;
import java.time.Duration;
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
            DueRound round = new DueRound(MOST_A_TICK);
            return Behaviors.receive(Object.class)
                    .onMessageEquals(Tick.TICK, () -> {
                        wake(round, jdbi, entities, clock);
                        return Behaviors.same();
                    })
                    .build();
        });
    }

    private static void wake(DueRound round, Jdbi jdbi, Entities entities, Clock clock) {
        for (Deadlines.DueEntity entity : jdbi.withHandle(db -> round.next(db, clock.instant()))) {
            try {
                entities.wake(entity.aggregate(), entity.entityId());
            } catch (IllegalArgumentException e) {
                LOG.warn("a deadline of {} {} waits: {}", entity.aggregate(), entity.entityId(), e.getMessage());
            }
        }
    }
}
