package downbeat.drops.domain.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is right of all that counters say they handed over of one claim; what is partly handed over was packed. */
record Account(List<Handover> handovers, List<Dispute> disputes, Status status, Instant since) {
    private static final Comparator<Handover> AS_THEY_CAME =
            Comparator.comparing(Handover::at).thenComparing(it -> it.nonce().value());

    /** What was handed over after the rest was released, or somewhere else, stays wrong whatever becomes known later. */
    static Account of(Claim claim, List<Handover> kept, List<Dispute> wrong) {
        boolean countable = claim.status().collectable() || claim.status() == Status.HANDED_OVER;
        if (!countable || claim.cause().isPresent()) {
            return new Account(kept, sorted(wrong), claim.status(), claim.at());
        }
        var open = wrong.stream().filter(it -> rivals(claim, it)).toList();
        var right = new ArrayList<Handover>();
        var over = new ArrayList<Handover>();
        int left = claim.order().units();
        for (var next : Stream.concat(kept.stream(), open.stream().map(Dispute::handover))
                .sorted(AS_THEY_CAME)
                .toList()) {
            boolean fits = next.units() <= left;
            (fits ? right : over).add(next);
            left -= fits ? next.units() : 0;
        }
        var status = right.isEmpty() ? claim.status() : left == 0 ? Status.HANDED_OVER : Status.READY;
        var disputes = new ArrayList<Dispute>();
        wrong.stream()
                .filter(it -> !open.contains(it))
                .map(it -> known(it) ? new Dispute(it.point(), it.handover(), status) : it)
                .forEach(disputes::add);
        over.forEach(it -> disputes.add(new Dispute(claim.order().point(), it, status)));
        return new Account(
                right,
                sorted(disputes),
                status,
                right.isEmpty() ? claim.at() : right.getLast().at());
    }

    /** It is wrong only because there were others. */
    private static boolean rivals(Claim claim, Dispute dispute) {
        return dispute.point().equals(claim.order().point()) && known(dispute);
    }

    /** It was made against a claim that could be collected, however far that was. */
    private static boolean known(Dispute dispute) {
        return dispute.against().collectable() || dispute.against() == Status.HANDED_OVER;
    }

    private static List<Dispute> sorted(List<Dispute> disputes) {
        return disputes.stream()
                .sorted(Comparator.comparing(Dispute::handover, AS_THEY_CAME))
                .toList();
    }
}
