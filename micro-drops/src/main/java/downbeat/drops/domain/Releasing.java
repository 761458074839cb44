package downbeat.drops.domain;

import downbeat.drops.domain.ClaimRefusal.*;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Claim;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Status;
import downbeat.kernel.Decision;
import downbeat.kernel.Money;
import java.util.Optional;

/** Every way in which units come back. */
record Releasing(Telling telling) {

    Decision<DropEvent, DropReply> giveBack(DropCommand.GiveBack command) {
        return telling.claims()
                .find(command.claim())
                .filter(claim -> claim.who().equals(command.who()))
                .map(claim -> take(claim, Cause.CANCELLED))
                .orElseGet(() -> Decision.refuse(new NoSuchClaim()));
    }

    Decision<DropEvent, DropReply> withdraw(ClaimId id) {
        return telling.claims()
                .find(id)
                .map(claim -> take(claim, Cause.WITHDRAWN))
                .orElseGet(() -> Decision.refuse(new NoSuchClaim()));
    }

    private Decision<DropEvent, DropReply> take(Claim claim, Cause cause) {
        if (!claim.status().open()) {
            return Decision.refuse(new ClaimIsOver(claim.status(), claim.cause(), claim.at()));
        }
        var refund = release(claim, cause);
        return new Queueing(telling)
                .serve()
                .replying(new DropReply.Released(Optional.of(refund).filter(it -> !it.isZero())));
    }

    /** Returns what is owed back. */
    Money release(Claim claim, Cause cause) {
        var refund = refund(claim, cause);
        telling.tell(new DropEvent.ClaimReleased(claim.id(), cause, refund, telling.now()));
        return refund;
    }

    /** Nothing for who did not come: the bundle lay there for them. */
    private static Money refund(Claim claim, Cause cause) {
        boolean owed = claim.paid() && cause != Cause.NO_SHOW;
        long minor = owed ? claim.price().minor() * claim.left() / claim.order().units() : 0;
        return new Money(minor, claim.price().currency());
    }

    /** Nobody is offered anything any more; who is about to pay may still do so. */
    void close() {
        telling.claims().all().stream()
                .filter(claim -> claim.status() == Status.OFFERED)
                .toList()
                .forEach(claim -> release(claim, Cause.OFFER_EXPIRED));
        telling.tell(new DropEvent.DropClosed(telling.now()));
    }

    Decision<DropEvent, DropReply> cancelDrop(String reason) {
        telling.claims().all().stream()
                .filter(claim -> claim.status().open())
                .toList()
                .forEach(claim -> release(claim, Cause.DROP_CANCELLED));
        telling.tell(new DropEvent.DropCancelled(reason, telling.now()));
        return telling.done();
    }
}
