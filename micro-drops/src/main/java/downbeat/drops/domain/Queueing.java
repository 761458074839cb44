package downbeat.drops.domain;

import downbeat.drops.domain.ChoiceRefusal.*;
import downbeat.drops.domain.ClaimRefusal.*;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Claim;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.claim.Waiting;
import downbeat.kernel.Decision;
import downbeat.kernel.OfferTime;
import downbeat.kernel.ParticipantId;
import java.util.List;
import java.util.Optional;

/** The waiting list: units that are released go to those who wait, first come first. */
record Queueing(Telling telling) {
    static final int MOST_WAITING = 10_000;

    Decision<DropEvent, DropReply> join(DropCommand.JoinWaiting command) {
        var who = command.who();
        if (telling.sheet().waitingOf(who).isPresent()
                || telling.claims().of(who, Status.OFFERED).isPresent()) {
            return Decision.refuse(new AlreadyWaiting());
        }
        var asking = Asking.of(telling);
        var refusal = asking.against(who, command.order(), command.paying());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (asking.missing(command.order()).isEmpty()) {
            return Decision.refuse(new UnitsAreLeft(left(command.order())));
        }
        if (telling.sheet().waiting().size() >= MOST_WAITING) {
            return Decision.refuse(new WaitingListFull(MOST_WAITING));
        }
        telling.tell(new DropEvent.WaitingJoined(new Waiting(who, command.order(), command.paying()), telling.now()));
        return telling.replying(new DropReply.Queued(telling.sheet().waiting().size()));
    }

    private int left(Order order) {
        return telling.sheet().available(order.point(), telling.sheet().bundle(order));
    }

    Decision<DropEvent, DropReply> leave(ParticipantId who) {
        if (telling.sheet().waitingOf(who).isEmpty()) {
            return Decision.refuse(new NotWaiting());
        }
        telling.tell(new DropEvent.WaitingLeft(who, telling.now()));
        return telling.replying(new DropReply.Released(Optional.empty()));
    }

    Decision<DropEvent, DropReply> accept(DropCommand.AcceptOffer command) {
        var offer = telling.claims().of(command.who(), Status.OFFERED);
        if (offer.isEmpty()) {
            return Decision.refuse(new NoOffer());
        }
        return accept(offer.get(), Settlement.of(offer.get().price(), command.paying()));
    }

    private Decision<DropEvent, DropReply> accept(Claim offer, Settlement settlement) {
        var online = telling.sheet().bundle(offer.order());
        if (online.online() && settlement == Settlement.DUE_AT_PICKUP) {
            return Decision.refuse(new PaidOnlineOnly(online.id()));
        }
        var over = telling.details().windowOver(offer.order(), telling.now());
        if (over.isPresent()) {
            return Decision.refuse(
                    new WindowIsOver(over.get().id(), over.get().time().end()));
        }
        if (settlement == Settlement.DUE_ONLINE) {
            var until = telling.now().plus(telling.details().timing().holdFor());
            telling.tell(new DropEvent.OfferAccepted(offer.id(), settlement, Optional.of(until), telling.now()));
            return telling.replying(new DropReply.Held(offer.id(), offer.price(), until));
        }
        telling.tell(new DropEvent.OfferAccepted(offer.id(), settlement, Optional.empty(), telling.now()));
        return telling.replying(new DropReply.Claimed(offer.id(), offer.price(), settlement));
    }

    Decision<DropEvent, DropReply> decline(ParticipantId who) {
        var offer = telling.claims().of(who, Status.OFFERED);
        if (offer.isEmpty()) {
            return Decision.refuse(new NoOffer());
        }
        new Releasing(telling).release(offer.get(), Cause.OFFER_DECLINED);
        return serve().replying(new DropReply.Released(Optional.empty()));
    }

    /** Every path that frees units ends here. Those whose bundle is not there let others go before. */
    Telling serve() {
        if (telling.state() instanceof Drop.Open open) {
            for (var waiting : List.copyOf(telling.sheet().waiting())) {
                if (servable(waiting.order())) {
                    offer(waiting, open);
                }
            }
        }
        return telling;
    }

    private boolean servable(Order order) {
        var asking = Asking.of(telling);
        return asking.possible(order).isEmpty() && asking.missing(order).isEmpty();
    }

    private void offer(Waiting waiting, Drop.Open open) {
        var price = telling.sheet()
                .bundle(waiting.order())
                .price()
                .times(waiting.order().units());
        telling.tell(new DropEvent.UnitsOffered(
                telling.claims().next(),
                waiting.who(),
                waiting.order(),
                price,
                OfferTime.end(telling.now(), open.closesAt()),
                telling.now()));
    }
}
