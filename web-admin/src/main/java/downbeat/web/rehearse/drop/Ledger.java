package downbeat.web.rehearse.drop;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds every request and answer of a rush against what there is in the end. Knows nothing of how the server works. */
final class Ledger {
    private final int stock;
    private final int perMember;

    Ledger(int stock, int perMember) {
        this.stock = stock;
        this.perMember = perMember;
    }

    /**
     * What should not be, in units and claims.
     *
     * @param oversold units that are somebody's beyond the stock
     * @param duplicated claims that one request got beyond its first, that two requests share, or that one member has beyond the limit
     * @param lost accepted claims that are not there in the end
     * @param unbalanced whether the server's own count of the stock does not add up
     */
    record Finding(int oversold, int duplicated, int lost, boolean unbalanced) {
        boolean holds() {
            return oversold == 0 && duplicated == 0 && lost == 0 && !unbalanced;
        }
    }

    Finding check(List<Attempt> attempts, List<KeptClaim> kept, boolean balanced) {
        var there = kept.stream().filter(claim -> !claim.released()).toList();
        int units = there.stream().mapToInt(KeptClaim::units).sum();
        return new Finding(
                Math.max(0, units - stock), shared(attempts) + beyondLimit(there), lost(attempts, there), !balanced);
    }

    /** A key has one claim, and a claim one key. */
    private static int shared(List<Attempt> attempts) {
        Map<String, Set<String>> claimsOfKey = new HashMap<>();
        Map<String, Set<String>> keysOfClaim = new HashMap<>();
        attempts.stream().filter(Attempt::accepted).forEach(attempt -> {
            claimsOfKey.computeIfAbsent(attempt.key(), key -> new HashSet<>()).add(attempt.claimId());
            keysOfClaim
                    .computeIfAbsent(attempt.claimId(), id -> new HashSet<>())
                    .add(attempt.key());
        });
        return beyondFirst(claimsOfKey) + beyondFirst(keysOfClaim);
    }

    private static int beyondFirst(Map<String, Set<String>> sets) {
        return sets.values().stream().mapToInt(set -> set.size() - 1).sum();
    }

    private int beyondLimit(List<KeptClaim> there) {
        return there.stream()
                .collect(Collectors.groupingBy(KeptClaim::member, Collectors.summingInt(KeptClaim::units)))
                .values()
                .stream()
                .mapToInt(units -> Math.max(0, units - perMember))
                .sum();
    }

    /** A claim that is there, but another's, is lost to whom it was promised. */
    private static int lost(List<Attempt> attempts, List<KeptClaim> there) {
        var owners =
                there.stream().collect(Collectors.toMap(KeptClaim::claimId, KeptClaim::member, (one, other) -> one));
        return (int) attempts.stream()
                .filter(Attempt::accepted)
                .filter(attempt -> {
                    var owner = owners.get(attempt.claimId());
                    return owner == null || owner != attempt.member();
                })
                .map(Attempt::claimId)
                .distinct()
                .count();
    }
}
