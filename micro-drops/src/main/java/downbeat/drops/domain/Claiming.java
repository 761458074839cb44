package downbeat.drops.domain;

import downbeat.drops.domain.ChoiceRefusal.*;
import downbeat.drops.domain.ClaimRefusal.*;
import downbeat.drops.domain.CounterRefusal.*;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Claim;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.kernel.Decision;
import java.util.Optional;

/** Claims, pays for and moves units. */
record Claiming(Telling telling) {

    Decision<DropEvent, DropReply> claim(DropCommand.Claim command) {
        var who = command.who();
        var order = command.order();
        var paying = command.paying();
        var asking = Asking.of(telling);
        var refusal = asking.against(who, order, paying)
                .or(() -> asking.admission(command.admitted()))
                .or(() -> asking.missing(order));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        var price = telling.sheet().bundle(order).price().times(order.units());
        var settlement = Settlement.of(price, paying);
        var id = telling.claims().next();
        if (settlement == Settlement.DUE_ONLINE) {
            var until = telling.now().plus(telling.details().timing().holdFor());
            telling.tell(new DropEvent.ClaimHeld(id, who, order, price, until, telling.now()));
            return telling.replying(new DropReply.Held(id, price, until));
        }
        telling.tell(new DropEvent.BundleClaimed(id, who, order, price, settlement, telling.now()));
        return telling.replying(new DropReply.Claimed(id, price, settlement));
    }

    /** Who pays too late gets no unit: it may be another's by now. */
    Decision<DropEvent, DropReply> pay(DropCommand.Pay command) {
        var found = telling.claims().find(command.claim());
        if (found.isEmpty()) {
            return Decision.refuse(new NoSuchClaim());
        }
        var claim = found.get();
        var paid = new DropReply.Claimed(claim.id(), claim.price(), Settlement.PAID_ONLINE);
        if (claim.payment().filter(command.payment()::equals).isPresent()) {
            return Decision.accept(paid);
        }
        if (claim.status() == Status.RELEASED) {
            return Decision.refuse(
                    claim.cause().filter(Cause.HOLD_EXPIRED::equals).isPresent()
                            ? new HoldIsOver(claim.at())
                            : new ClaimIsOver(claim.status(), claim.cause(), claim.at()));
        }
        if (claim.status() != Status.HELD) {
            return Decision.refuse(new NotHeld(claim.status()));
        }
        var over = telling.details().windowOver(claim.order(), telling.now());
        if (over.isPresent()) {
            return Decision.refuse(
                    new WindowIsOver(over.get().id(), over.get().time().end()));
        }
        telling.tell(new DropEvent.ClaimPaid(claim.id(), command.payment(), telling.now()));
        return telling.replying(paid);
    }

    /** Why a claim stays where it is. */
    private static Optional<DropRefusal> fixed(Claim claim) {
        if (claim.status().timed()) {
            return Optional.of(new NotConfirmed(claim.status()));
        }
        if (!claim.status().open()) {
            return Optional.of(new ClaimIsOver(claim.status(), claim.cause(), claim.at()));
        }
        return claim.handovers().isEmpty() ? Optional.empty() : Optional.of(Counter.already(claim));
    }

    Decision<DropEvent, DropReply> rehome(DropCommand.Rehome command) {
        var found = telling.claims().find(command.claim()).filter(it -> it.who().equals(command.who()));
        if (found.isEmpty()) {
            return Decision.refuse(new NoSuchClaim());
        }
        var claim = found.get();
        var fixed = fixed(claim);
        if (fixed.isPresent()) {
            return Decision.refuse(fixed.get());
        }
        var order = claim.order().at(command.point(), command.window());
        var reply = new DropReply.Claimed(claim.id(), claim.price(), claim.settlement());
        if (order.equals(claim.order())) {
            return Decision.accept(reply);
        }
        var asking = Asking.of(telling);
        var refusal = asking.possible(order)
                .or(() -> order.point().equals(claim.order().point()) ? Optional.empty() : asking.gone(order));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        telling.tell(new DropEvent.ClaimRehomed(claim.id(), order, telling.now()));
        return new Queueing(telling).serve().replying(reply);
    }
}
