package downbeat.cluster.entity;

import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells a front when time alone may have changed its entity. */
final class Alarm {

    /** Timers of Akka end at 248 days; a resident entity looks again long before. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Duration SHORTEST = Duration.ofMillis(20);
    /** Rules that made no progress at their deadline are asked again now and then instead of spinning. */
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(10);

    private final TimerScheduler<EntityMessage> timers;
    private final Clock clock;

    Alarm(TimerScheduler<EntityMessage> timers, Clock clock) {
        this.timers = timers;
        this.clock = clock;
    }

    /** @param deadline of a state that is new, and may have passed already */
    void set(Optional<Instant> deadline) {
        set(deadline, SHORTEST);
    }

    /** @param deadline of a state at which nothing came of looking */
    void setAgain(Optional<Instant> deadline) {
        set(deadline, WITHOUT_PROGRESS);
    }

    private void set(Optional<Instant> deadline, Duration overdue) {
        deadline.ifPresentOrElse(
                at -> timers.startSingleTimer(EntityMessage.Due.class, new EntityMessage.Due(), until(at, overdue)),
                () -> timers.cancel(EntityMessage.Due.class));
    }

    private Duration until(Instant deadline, Duration overdue) {
        Duration left = Duration.between(clock.instant(), deadline);
        if (!left.isPositive()) {
            return overdue;
        }
        return left.compareTo(LONGEST) > 0 ? LONGEST : left.plusMillis(1);
    }
}
