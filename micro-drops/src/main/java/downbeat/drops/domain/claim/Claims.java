package downbeat.drops.domain.claim;

import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * All claims ever made, by number. Kept in persistent collections, so that a change of one of ten thousand copies a path and
 * not all of them (Okasaki, Purely Functional Data Structures, 1998).
 *
 * @param of the numbers of each member's claims, released ones too
 * @param timed when each claim ends that does so by itself
 */
public record Claims(PVector<Claim> all, PMap<ParticipantId, PVector<ClaimId>> of, PMap<ClaimId, Instant> timed) {
    public static final Claims NONE = new Claims(TreePVector.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** Over the whole life of a drop. */
    public static final int MOST = 200_000;

    public ClaimId next() {
        return ClaimId.of(all.size() + 1);
    }

    public Optional<Claim> find(ClaimId id) {
        int index = id.number() - 1;
        return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }

    public Stream<Claim> of(ParticipantId who) {
        return of.getOrDefault(who, TreePVector.empty()).stream().flatMap(id -> find(id).stream());
    }

    public Optional<Claim> of(ParticipantId who, Status status) {
        return of(who).filter(claim -> claim.status() == status).findFirst();
    }

    /** Units that count against the limit of a member. */
    public int counted(ParticipantId who) {
        return of(who).mapToInt(Claim::counted).sum();
    }

    public Optional<Instant> firstEnd() {
        return timed.values().stream().min(Comparator.naturalOrder());
    }

    /** Claims whose time is over, in the order in which they were made. */
    public List<Claim> over(Instant now) {
        return timed.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingInt(ClaimId::number))
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** A claim whose number is not the next is let pass: it was made before. */
    public Claims add(Claim more) {
        if (more.id().number() != all.size() + 1) {
            return this;
        }
        var mine = of.getOrDefault(more.who(), TreePVector.empty());
        return new Claims(all.plus(more), of.plus(more.who(), mine.plus(more.id())), timed(more));
    }

    /** The claim of the same number becomes this one. */
    public Claims replace(Claim changed) {
        int index = changed.id().number() - 1;
        return index < all.size() ? new Claims(all.with(index, changed), of, timed(changed)) : this;
    }

    private PMap<ClaimId, Instant> timed(Claim claim) {
        return claim.until()
                .filter(end -> claim.status().timed())
                .map(end -> timed.plus(claim.id(), end))
                .orElseGet(() -> timed.minus(claim.id()));
    }
}
