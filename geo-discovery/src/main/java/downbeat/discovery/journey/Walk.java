package downbeat.discovery.journey;

import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What one member did, in the order of time. */
public record Walk(ParticipantId member, List<Step> steps) {
    /** A visit within so long after a class online is credited to it: the narrow and the wide window of the figures. */
    public static final Duration WEEK = Duration.ofDays(7);

    public static final Duration FOUR_WEEKS = Duration.ofDays(28);

    /** Whoever takes part again within so long has come again. */
    public static final Duration AGAIN = Duration.ofDays(14);

    private static final Set<What> PRESENT = EnumSet.of(What.TRIED, What.TOOK_PART, What.CHECKED_IN);

    public Walk {
        steps = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    }

    Stream<Step> all(What what) {
        return steps.stream().filter(step -> step.what() == what);
    }

    Optional<Step> first(What what, Predicate<Step> which) {
        return all(what).filter(which).findFirst();
    }

    /** Whether there is a step after an instant and no later than so long after it. */
    boolean within(What what, Instant after, Duration window, Predicate<Step> which) {
        return all(what).anyMatch(step -> isWithin(step, after, window) && which.test(step));
    }

    static boolean isWithin(Step step, Instant after, Duration window) {
        return step.at().isAfter(after) && !step.at().isAfter(after.plus(window));
    }

    /** How long before a visit they last took part online, in such a class. */
    Optional<Duration> sinceTrying(Step visit, Predicate<Step> which) {
        return all(What.TRIED)
                .filter(step -> step.at().isBefore(visit.at()) && which.test(step))
                .reduce((earlier, later) -> later)
                .map(step -> Duration.between(step.at(), visit.at()));
    }

    /** Whether they took part in anything else soon after a visit. */
    boolean cameAgainAfter(Step visit) {
        return steps.stream()
                .anyMatch(step -> PRESENT.contains(step.what())
                        && isWithin(step, visit.at(), AGAIN)
                        && !step.source().equals(visit.source()));
    }
}
