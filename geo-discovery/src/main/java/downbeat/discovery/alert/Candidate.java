package downbeat.discovery.alert;

import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;

/**
 * Somebody who could be told of one opening.
 *
 * @param metres from the middle of the nearest cell of theirs
 * @param by the ways in which those of their alerts want it that are not quiet at {@code from}
 * @param from when they may be told at the earliest; now, or after their quiet hours
 */
public record Candidate(ParticipantId member, double metres, Set<Channel> by, Instant from) {

    public Candidate {
        by = Set.copyOf(by);
    }

    /** One for each member, whatever number of their alerts match: it is told when the first of them may tell it. */
    public static Collection<Candidate> of(Collection<Match> matches, Instant now) {
        var all = new HashMap<ParticipantId, Candidate>();
        for (var match : matches) {
            var alert = match.alert();
            var from = alert.wish().quiet().flatMap(quiet -> quiet.until(now)).orElse(now);
            all.merge(
                    alert.member(),
                    new Candidate(alert.member(), match.metres(), alert.wish().by(), from),
                    Candidate::and);
        }
        return all.values();
    }

    private Candidate and(Candidate other) {
        var nearer = Math.min(metres, other.metres);
        if (!from.equals(other.from)) {
            var first = from.isBefore(other.from) ? this : other;
            return new Candidate(member, nearer, first.by, first.from);
        }
        var ways = new HashSet<>(by);
        ways.addAll(other.by);
        return new Candidate(member, nearer, ways, from);
    }

    Candidate notBefore(Instant instant) {
        return instant.isAfter(from) ? new Candidate(member, metres, by, instant) : this;
    }
}
