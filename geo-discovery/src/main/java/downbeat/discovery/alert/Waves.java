package downbeat.discovery.alert;

import downbeat.discovery.listing.ListingId;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many are told at once, and when the next ones are: few enough that most of those who come find a place, with a pause in which
 * what is taken shows before anybody else is told. The nearest are told first, by whole kilometres; of these, who has been told of
 * anything the least recently.
 */
public final class Waves {
    /**
     * Of those who are told of something near, so many take it at the most. Chosen and not measured: the share of opened
     * notifications is in the order of a tenth in most reports, and what is told too few is made up for by the next wave.
     */
    public static final double RESPONSE = 0.2;

    /** One place can be filled even where only one in so many answers. */
    public static final int LEAST = 5;
    /** So that one transaction tells them. */
    public static final int MOST = 2_000;

    /** Long enough to read it and to book. */
    public static final Duration PAUSE = Duration.ofMinutes(10);

    public static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
    /** Waves that there is still time for, where what opens begins soon. */
    private static final int STILL = 10;

    /** Nobody is told more often within 24 hours, whatever opens. */
    public static final int MOST_A_DAY = 3;

    public static final Duration DAY = Duration.ofHours(24);

    private Waves() {}

    /**
     * Who is told now.
     *
     * @param next when the next wave is due, if there may be anybody left to tell then
     */
    public record Wave(List<Candidate> told, Optional<Instant> next) {
        public Wave {
            told = List.copyOf(told);
        }
    }

    /**
     * How often somebody has been told of late.
     *
     * @param last the last time
     * @param lately within the last {@link #DAY}
     * @param oldest the first time within it
     */
    public record Standing(Instant last, int lately, Instant oldest) {
        public static final Standing NEVER = new Standing(Instant.EPOCH, 0, Instant.EPOCH);

        /** When they may be told again. */
        Instant free() {
            return lately < MOST_A_DAY ? Instant.EPOCH : oldest.plus(DAY);
        }
    }

    /** @param left places or bundles, 0 or more */
    public static int size(int left) {
        return left <= 0 ? 0 : (int) Math.min(MOST, Math.max(LEAST, Math.ceil(left / RESPONSE)));
    }

    /** @param until when it is of no use to be told any more */
    public static Duration pause(Instant now, Instant until) {
        var share = Duration.between(now, until).dividedBy(STILL);
        if (share.compareTo(PAUSE) > 0) {
            return PAUSE;
        }
        return share.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : share;
    }

    /**
     * The wave of now.
     *
     * @param all who could be told and has not been; nobody who has a place already
     * @param standings of those who have been told of anything
     */
    public static Wave of(
            ListingId what,
            int left,
            Collection<Candidate> all,
            Map<ParticipantId, Standing> standings,
            Instant now,
            Instant until) {
        var waiting = all.stream()
                .map(it -> it.notBefore(standing(standings, it).free()))
                .filter(it -> it.from().isBefore(until))
                .toList();
        var told = waiting.stream()
                .filter(it -> !it.from().isAfter(now))
                .sorted(order(what, standings))
                .limit(size(left))
                .toList();
        return new Wave(told, next(waiting, told, now, until));
    }

    private static Optional<Instant> next(List<Candidate> waiting, List<Candidate> told, Instant now, Instant until) {
        if (waiting.size() == told.size()) {
            return Optional.empty();
        }
        long ready = waiting.stream().filter(it -> !it.from().isAfter(now)).count();
        var pause = now.plus(pause(now, until));
        var next = ready > told.size()
                ? pause
                : waiting.stream()
                        .map(Candidate::from)
                        .filter(from -> from.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .filter(from -> from.isAfter(pause))
                        .orElse(pause);
        return Optional.of(next).filter(at -> at.isBefore(until));
    }

    /** The last word is a draw that is another one for each listing. */
    private static Comparator<Candidate> order(ListingId what, Map<ParticipantId, Standing> standings) {
        return Comparator.<Candidate>comparingInt(it -> (int) (it.metres() / 1_000))
                .thenComparing(it -> standing(standings, it).last())
                .thenComparingInt(it -> (what.text() + " " + it.member().value()).hashCode());
    }

    private static Standing standing(Map<ParticipantId, Standing> standings, Candidate it) {
        return standings.getOrDefault(it.member(), Standing.NEVER);
    }
}
