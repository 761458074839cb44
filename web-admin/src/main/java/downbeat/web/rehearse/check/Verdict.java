package downbeat.web.rehearse.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The proof of a rehearsal: every cue acknowledged to the trainer reached every device that reads, exactly once and in order.
 *
 * @param promised cues acknowledged to the trainer
 * @param devices devices that joined and read
 * @param deliveries cues that reached those devices, planned and control cues included
 * @param findings everything that was wrong; empty is the proof
 */
public record Verdict(long promised, long devices, long deliveries, List<Finding> findings) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    public static Verdict of(Promises promises, Collection<DeviceLedger> ledgers) {
        List<DeviceLedger> reading =
                ledgers.stream().filter(l -> l.everAttached() && !l.isDeaf()).toList();
        List<Finding> findings = new ArrayList<>(promises.findings());
        reading.forEach(ledger -> findings.addAll(ledger.findings()));
        Map<Long, String> agreed = new HashMap<>();
        promises.offsets().forEach((cueId, offset) -> agreed.put(offset, cueId));
        for (DeviceLedger ledger : reading) {
            promises.offsets()
                    .forEach((cueId, offset) -> lost(ledger, offset, cueId).ifPresent(findings::add));
            findings.addAll(disagreements(ledger, agreed));
        }
        long deliveries = reading.stream().mapToLong(DeviceLedger::deliveries).sum();
        return new Verdict(promises.offsets().size(), reading.size(), deliveries, findings);
    }

    private static Optional<Finding> lost(DeviceLedger ledger, long offset, String cueId) {
        boolean due = offset >= ledger.first();
        return due && ledger.at(offset).isEmpty()
                ? Optional.of(new Finding.Lost(ledger.device(), offset, cueId))
                : Optional.empty();
    }

    /** The first device to hold a position says which cue belongs there, unless the trainer was told. */
    private static List<Finding> disagreements(DeviceLedger ledger, Map<Long, String> agreed) {
        List<Finding> found = new ArrayList<>();
        for (long offset = ledger.first(); offset <= ledger.newest(); offset++) {
            String got = ledger.at(offset).orElse(null);
            String expected = got == null ? null : agreed.putIfAbsent(offset, got);
            if (got != null && expected != null && !expected.equals(got)) {
                found.add(new Finding.Disagreement(ledger.device(), offset, expected, got));
            }
        }
        return found;
    }

    /** Nothing lost, doubled, out of order or made up. */
    public boolean holds() {
        return findings.isEmpty();
    }

    /** How many findings of each kind. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(finding.kind(), 1L, Long::sum));
        return counts;
    }
}
