package downbeat.drops.entity;

import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.Phase;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a drop shows of itself. Not everything in it is for everybody: claims are for the trainer and the counter, and each for its
 * member; a draft is for its trainer. In the card of one member {@code claims}, {@code waiting}, {@code line} and
 * {@code attendees} are that member's own.
 *
 * @param commitment to the seed of the draw, once announced
 * @param seed itself, once open
 * @param closesAt while open
 * @param claims in the order in which they were made
 * @param waiting first come first
 * @param line in its order
 * @param inWaiting how many wait, whoever looks
 * @param inLine how many stand in line, whoever looks
 * @param version counts every fact
 */
public record DropCard(
        AccountId trainer,
        DropDetails details,
        Phase phase,
        Optional<String> commitment,
        Optional<String> seed,
        Optional<Instant> openedAt,
        Optional<Instant> closesAt,
        Optional<Instant> closedAt,
        Optional<String> cancelReason,
        List<PointCard> points,
        List<ClaimCard> claims,
        List<WaitingCard> waiting,
        List<SpotCard> line,
        List<Attendee> attendees,
        int inWaiting,
        int inLine,
        long version,
        long edition) {
    public DropCard {
        points = List.copyOf(points);
        claims = List.copyOf(claims);
        waiting = List.copyOf(waiting);
        line = List.copyOf(line);
        attendees = List.copyOf(attendees);
    }

    public Optional<ClaimCard> claim(ClaimId id) {
        int index = id.number() - 1;
        return index < claims.size() && claims.get(index).id().equals(id)
                ? Optional.of(claims.get(index))
                : claims.stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    /** In the order in which they were made. */
    public Stream<ClaimCard> claimsOf(ParticipantId who) {
        return claims.stream().filter(claim -> claim.who().equals(who));
    }

    public Stream<ClaimCard> claimsAt(PointId point) {
        return claims.stream().filter(claim -> claim.order().point().equals(point));
    }

    public Optional<PointCard> point(PointId id) {
        return points.stream().filter(point -> point.id().equals(id)).findFirst();
    }

    public Optional<Attendee> attendee(ParticipantId who) {
        return attendees.stream().filter(one -> one.who().equals(who)).findFirst();
    }

    /** Whether it is over, and nothing of it is to be paid, collected or given back any more. */
    public boolean settled() {
        boolean over = phase == Phase.CLOSED || phase == Phase.CANCELLED;
        return over && claims.stream().noneMatch(claim -> claim.status().open());
    }

    /** Tells one state of what is said of it from another. */
    public Version edited() {
        return Version.of(edition);
    }
}
