package downbeat.popups.domain.ticket;

import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.door.Door;
import downbeat.popups.domain.door.Incident;
import downbeat.popups.domain.door.Passages;
import downbeat.popups.domain.door.Scan;
import downbeat.popups.domain.door.Scans;
import downbeat.popups.domain.kind.KindId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A place that was sold.
 *
 * @param holder nobody known for a walk-in
 * @param issue from 1, one more for every new holder; passes of an earlier issue let nobody in
 * @param issuedAt when this issue began
 * @param voidAt since when it is void, unless it is valid
 * @param voidReason what its organizer said when it was revoked
 * @param beyond sold by a supervisor beyond the capacity
 */
public record Ticket(
        TicketId id,
        KindId kind,
        Optional<ParticipantId> holder,
        Money price,
        Settlement settlement,
        int issue,
        Instant issuedAt,
        Validity validity,
        Optional<Instant> voidAt,
        Optional<String> voidReason,
        boolean beyond,
        Scans scans) {

    /** A ticket that is new. */
    public static Ticket sold(
            TicketId id, KindId kind, Optional<ParticipantId> holder, Money price, Settlement settlement, Instant at) {
        return new Ticket(
                id,
                kind,
                holder,
                price,
                settlement,
                1,
                at,
                Validity.VALID,
                Optional.empty(),
                Optional.empty(),
                false,
                Scans.NONE);
    }

    public boolean valid() {
        return validity == Validity.VALID;
    }

    public boolean of(ParticipantId who) {
        return holder.filter(who::equals).isPresent();
    }

    public Passages passages(Door door) {
        return Passages.of(scans, door::reentry);
    }

    /** A pure function of the scans, and so the same in whichever order they came. */
    public Set<Incident> incidents(Door door) {
        var incidents = EnumSet.noneOf(Incident.class);
        incidents.addAll(passages(door).incidents());
        scans.all().stream()
                .filter(scan -> scan.admittedEntry() && scan.supervision().isEmpty())
                .forEach(scan -> incidents.addAll(wrong(scan)));
        return incidents;
    }

    private Set<Incident> wrong(Scan scan) {
        if (voidAt.filter(since -> !scan.at().isBefore(since)).isPresent()) {
            return EnumSet.of(Incident.VOID_TICKET);
        }
        boolean earlier = scan.issue() < issue && !scan.at().isBefore(issuedAt);
        return earlier ? EnumSet.of(Incident.EARLIER_PASS) : EnumSet.noneOf(Incident.class);
    }

    public Ticket scanned(Scan scan) {
        return new Ticket(
                id,
                kind,
                holder,
                price,
                settlement,
                issue,
                issuedAt,
                validity,
                voidAt,
                voidReason,
                beyond,
                scans.with(scan));
    }

    public Ticket voided(Validity why, Instant at) {
        return new Ticket(
                id, kind, holder, price, settlement, issue, issuedAt, why, Optional.of(at), voidReason, beyond, scans);
    }

    /** Void too, for a reason that its holder is told. */
    public Ticket revoked(String reason, Instant at) {
        return new Ticket(
                id,
                kind,
                holder,
                price,
                settlement,
                issue,
                issuedAt,
                Validity.REVOKED,
                Optional.of(at),
                Optional.of(reason),
                beyond,
                scans);
    }

    public Ticket transferred(ParticipantId to, int newIssue, Instant at) {
        return new Ticket(
                id,
                kind,
                Optional.of(to),
                price,
                settlement,
                newIssue,
                at,
                validity,
                voidAt,
                voidReason,
                beyond,
                scans);
    }

    public Ticket settled() {
        return new Ticket(
                id, kind, holder, price, Settlement.PAID, issue, issuedAt, validity, voidAt, voidReason, beyond, scans);
    }

    public Ticket beyondCapacity() {
        return new Ticket(
                id, kind, holder, price, settlement, issue, issuedAt, validity, voidAt, voidReason, true, scans);
    }
}
