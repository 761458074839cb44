package downbeat.popups.domain;

import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.SaleRefusal.*;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.ticket.Hold;
import downbeat.popups.domain.ticket.Offer;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether somebody may have a ticket, and whether there is one. */
record Asking(Sheet sheet, Instant now) {

    /** Everything that speaks against it but that none are left. */
    Optional<PopUpRefusal> forTicket(ParticipantId who, Standing standing, KindId id, int count) {
        var kind = sheet.details().kind(id);
        if (kind.isEmpty()) {
            return Optional.of(new NoSuchKind(id));
        }
        return isFor(standing, kind.get())
                .or(() -> onSale(kind.get()))
                .or(() -> underWay(who))
                .or(() -> within(who, kind.get(), count));
    }

    /** What speaks against getting one from somebody else. */
    Optional<PopUpRefusal> forGift(ParticipantId who, Standing standing, TicketKind kind) {
        return isFor(standing, kind).or(() -> within(who, kind, 1));
    }

    private static Optional<PopUpRefusal> isFor(Standing standing, TicketKind kind) {
        return kind.category().isFor(standing)
                ? Optional.empty()
                : Optional.of(new NotForYou(kind.id(), kind.category()));
    }

    private Optional<PopUpRefusal> within(ParticipantId who, TicketKind kind, int count) {
        return sheet.claims(who, kind) + count > kind.perPerson()
                ? Optional.of(new OverLimit(kind.id(), kind.perPerson()))
                : Optional.empty();
    }

    /** In the window of the kind, and in any case before the pop-up is over. */
    private Optional<PopUpRefusal> onSale(TicketKind kind) {
        var end = sheet.window().end();
        var until =
                kind.onSale().map(window -> window.end()).filter(end::isAfter).orElse(end);
        if (!now.isBefore(until)) {
            return Optional.of(new NoLongerOnSale(kind.id(), until));
        }
        return kind.onSale()
                .filter(window -> now.isBefore(window.start()))
                .map(window -> new NotYetOnSale(kind.id(), window.start()));
    }

    /** One thing at a time. */
    private Optional<PopUpRefusal> underWay(ParticipantId who) {
        var desk = sheet.desk();
        return desk.holdOf(who)
                .<PopUpRefusal>map(hold -> new HoldIsOpen(hold.id(), hold.until()))
                .or(() -> desk.offerOf(who).map(offer -> new OfferIsOpen(offer.kind(), offer.until())))
                .or(() -> desk.waitingOf(who).map(one -> new AlreadyWaiting(one.kind(), desk.position(who))));
    }

    /** A refusal unless as many are left. */
    Optional<PopUpRefusal> left(TicketKind kind, int count) {
        int left = sheet.left(kind);
        if (left >= count) {
            return Optional.empty();
        }
        if (left > 0) {
            return Optional.of(new NotEnoughLeft(kind.id(), left));
        }
        int waiting = sheet.desk().waitingFor(kind.id());
        boolean sold = sheet.taken().soldOut() || sheet.taken(kind).soldOut();
        return Optional.of(sold ? new SoldOut(kind.id(), waiting) : new AllHeld(kind.id(), tryAgainAt(kind), waiting));
    }

    /** When the first place may come back: of the quota, of the capacity, or of both if both are taken. */
    private Instant tryAgainAt(TicketKind kind) {
        var quota = firstToRunOut(ends().filter(end -> end.kind().equals(kind.id())));
        var capacity = firstToRunOut(ends());
        boolean quotaTaken = sheet.taken(kind).left() == 0;
        boolean capacityTaken = sheet.taken().left() == 0;
        if (quotaTaken && capacityTaken) {
            return quota.isAfter(capacity) ? quota : capacity;
        }
        return quotaTaken ? quota : capacity;
    }

    private Instant firstToRunOut(Stream<End> ends) {
        return ends.map(End::at).min(Instant::compareTo).orElse(now);
    }

    private record End(KindId kind, Instant at) {}

    private Stream<End> ends() {
        Stream<End> holds = sheet.desk().holds().stream().map(this::end);
        return Stream.concat(holds, sheet.desk().offers().stream().map(this::end));
    }

    private End end(Hold hold) {
        return new End(hold.kind(), hold.until());
    }

    private End end(Offer offer) {
        return new End(offer.kind(), offer.until());
    }
}
