package downbeat.drops.domain.claim;

import downbeat.kernel.Money;
import downbeat.kernel.Nonce;
import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Units of a bundle that are somebody's, or were.
 *
 * @param price of all units
 * @param until when it ends by itself, while it is {@link Status#timed}
 * @param disputes handovers that should not have been
 * @param cause why it was released
 * @param at when the status became what it is
 */
public record Claim(
        ClaimId id,
        ParticipantId who,
        Order order,
        Money price,
        Settlement settlement,
        Status status,
        Optional<Instant> until,
        Optional<PaymentId> payment,
        List<Handover> handovers,
        List<Dispute> disputes,
        Optional<Cause> cause,
        Instant at) {

    public Claim {
        handovers = List.copyOf(handovers);
        disputes = List.copyOf(disputes);
    }

    /** A claim that is new. */
    public static Claim made(
            ClaimId id,
            ParticipantId who,
            Order order,
            Money price,
            Settlement settlement,
            Status status,
            Optional<Instant> until,
            Instant at) {
        return new Claim(
                id,
                who,
                order,
                price,
                settlement,
                status,
                until,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                at);
    }

    public int handed() {
        return handovers.stream().mapToInt(Handover::units).sum();
    }

    /** Units that are still to be handed over. */
    public int left() {
        return status.open() ? order.units() - handed() : 0;
    }

    /** What counts against the limit of its member: what they have, or may come to have. */
    public int counted() {
        return status.open() ? order.units() : handed();
    }

    public Optional<Handover> handover(Nonce nonce) {
        return handovers.stream().filter(it -> it.nonce().equals(nonce)).findFirst();
    }

    /** A handover that is known already, disputed or not. */
    public Optional<Handover> known(Nonce nonce) {
        return Stream.concat(handovers.stream(), disputes.stream().map(Dispute::handover))
                .filter(it -> it.nonce().equals(nonce))
                .findFirst();
    }

    public boolean paid() {
        return settlement == Settlement.PAID_ONLINE || settlement == Settlement.PAID_AT_PICKUP;
    }

    public Claim confirmed(Settlement how, Instant now) {
        return with(order, how, Status.CONFIRMED, Optional.empty(), payment, now);
    }

    public Claim held(Instant end, Instant now) {
        return with(order, settlement, Status.HELD, Optional.of(end), payment, now);
    }

    public Claim paid(PaymentId by, Instant now) {
        return with(order, Settlement.PAID_ONLINE, Status.CONFIRMED, Optional.empty(), Optional.of(by), now);
    }

    public Claim ready(Instant now) {
        return with(order, settlement, Status.READY, until, payment, now);
    }

    public Claim moved(Order to, Instant now) {
        return with(to, settlement, Status.CONFIRMED, until, payment, now);
    }

    private Claim with(
            Order what, Settlement how, Status becomes, Optional<Instant> end, Optional<PaymentId> by, Instant now) {
        return new Claim(id, who, what, price, how, becomes, end, by, handovers, disputes, cause, now);
    }

    public Claim handedOver(Handover more, boolean paidNow) {
        return told(plus(handovers, more), disputes, paidNow);
    }

    public Claim disputed(Dispute more, boolean paidNow) {
        return told(handovers, plus(disputes, more), paidNow);
    }

    /**
     * Of handovers that cannot all be right the ones that came first are: so it is the same claim in whatever order counters
     * that were on their own tell them.
     */
    private Claim told(List<Handover> kept, List<Dispute> wrong, boolean paidNow) {
        var account = Account.of(this, kept, wrong);
        return new Claim(
                id,
                who,
                order,
                price,
                paidNow ? Settlement.PAID_AT_PICKUP : settlement,
                account.status(),
                account.status().open() ? until : Optional.empty(),
                payment,
                account.handovers(),
                account.disputes(),
                cause,
                account.since());
    }

    private static <T> List<T> plus(List<T> before, T more) {
        var all = new ArrayList<>(before);
        all.add(more);
        return all;
    }

    /** What was handed over stays so; the rest is no more. */
    public Claim released(Cause why, Instant now) {
        return new Claim(
                id,
                who,
                order,
                price,
                settlement,
                handovers.isEmpty() ? Status.RELEASED : Status.HANDED_OVER,
                Optional.empty(),
                payment,
                handovers,
                disputes,
                Optional.of(why),
                now);
    }
}
