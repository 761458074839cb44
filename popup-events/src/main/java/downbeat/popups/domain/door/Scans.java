package downbeat.popups.domain.door;

import downbeat.kernel.Nonce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scans of one ticket: a set by nonce, kept in time. Adding is commutative, associative and idempotent, so that the
 * same scans make the same set in whichever order and however often they arrive (a state-based CRDT; Shapiro et al.,
 * "Conflict-free Replicated Data Types", 2011).
 */
public record Scans(List<Scan> all) {
    public static final Scans NONE = new Scans(List.of());

    public Scans {
        all = List.copyOf(all);
    }

    public Optional<Scan> find(Nonce nonce) {
        return all.stream().filter(scan -> scan.nonce().equals(nonce)).findFirst();
    }

    public Scans with(Scan more) {
        var known = find(more.nonce());
        var kept = known.map(scan -> scan.or(more)).orElse(more);
        if (known.isPresent() && known.get().equals(kept)) {
            return this;
        }
        var longer = new ArrayList<>(all);
        known.ifPresent(longer::remove);
        longer.add(kept);
        longer.sort(Scan.IN_TIME);
        return new Scans(longer);
    }

    /** Those before this one, in time. */
    public List<Scan> before(Scan one) {
        return all.stream().filter(scan -> Scan.IN_TIME.compare(scan, one) < 0).toList();
    }
}
