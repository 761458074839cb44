package downbeat.drops.domain;

import downbeat.drops.domain.ChoiceRefusal.*;
import downbeat.drops.domain.ClaimRefusal.*;
import downbeat.drops.domain.CrowdRefusal.*;
import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.claim.Claims;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Paying;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.crowd.Eligibility;
import downbeat.drops.domain.crowd.Line;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PickupWindow;
import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether somebody may have what they order, and whether it is there. */
record Asking(Sheet sheet, Instant openedAt, Instant now) {

    static Asking of(Telling telling) {
        var opened = telling.state() instanceof Drop.Open open ? open.openedAt() : telling.now();
        return new Asking(telling.sheet(), opened, telling.now());
    }

    /** Everything that speaks against it but that none are left. */
    Optional<DropRefusal> against(ParticipantId who, Order order, Paying paying) {
        return eligible(who)
                .or(() -> turn(who))
                .or(() -> possible(order))
                .or(() -> payable(order, paying))
                .or(() -> within(who, order.units()));
    }

    private Optional<DropRefusal> eligible(ParticipantId who) {
        return sheet.details().eligibility().flatMap(rule -> eligible(rule, sheet.attendee(who)));
    }

    private Optional<DropRefusal> eligible(Eligibility rule, Optional<Attendee> attendee) {
        var obstacle = rule.obstacle(attendee);
        if (obstacle.isPresent()) {
            return Optional.of(
                    switch (obstacle.get()) {
                        case NOT_THERE -> new DidNotTakePart();
                        case OTHER_AUDIENCE -> new ForOthers(rule.audience());
                        case TOO_LITTLE ->
                            new TookTooLittlePart(
                                    attendee.map(Attendee::percent).orElse(0),
                                    rule.percent(),
                                    attendee.map(Attendee::reps).orElse(0),
                                    rule.reps());
                    });
        }
        var from = attendee.filter(Attendee::inRoom).isPresent() ? openedAt : openedAt.plus(rule.headStart());
        return now.isBefore(from) ? Optional.of(new NotYet(from)) : Optional.empty();
    }

    private Optional<DropRefusal> turn(ParticipantId who) {
        var timing = sheet.details().timing();
        if (!timing.waitingRoom()) {
            return Optional.empty();
        }
        var spot = sheet.line().of(who);
        if (spot.isEmpty()) {
            return Optional.of(new NotInLine());
        }
        var turn = Line.turn(spot.get(), openedAt, timing.perSecond());
        return now.isBefore(turn) ? Optional.of(new NotYourTurn(spot.get().position() + 1, turn)) : Optional.empty();
    }

    /** Who comes with an admission was let in; their turn is looked at too, for clocks step. */
    Optional<DropRefusal> admission(boolean shown) {
        return sheet.details().timing().waitingRoom() && !shown ? Optional.of(new NotAdmitted()) : Optional.empty();
    }

    /** Whether there is such a bundle, point and window. */
    Optional<DropRefusal> possible(Order order) {
        var bundle = sheet.details().bundle(order.bundle());
        if (bundle.isEmpty()) {
            return Optional.of(new NoSuchBundle(order.bundle()));
        }
        var point = sheet.details().point(order.point());
        if (point.isEmpty()) {
            return Optional.of(new NoSuchPoint(order.point()));
        }
        if (bundle.get().online() != order.point().online()) {
            return Optional.of(
                    bundle.get().online() ? new FetchedOnline(order.bundle()) : new CollectedAtPoint(order.bundle()));
        }
        var closed = Optional.ofNullable(sheet.closedPoints().get(order.point()));
        return closed.<DropRefusal>map(reason -> new PointIsClosed(order.point(), reason))
                .or(() -> window(point.get(), order));
    }

    private Optional<DropRefusal> window(CollectionPoint point, Order order) {
        if (point.id().online()) {
            return Optional.empty();
        }
        var window = order.window().flatMap(point::window);
        return window.map(this::window).orElseGet(() -> Optional.of(new NoSuchWindow(point.id(), order.window())));
    }

    private Optional<DropRefusal> window(PickupWindow window) {
        if (!now.isBefore(window.time().end())) {
            return Optional.of(new WindowIsOver(window.id(), window.time().end()));
        }
        return sheet.stocks().load(window.id()) >= window.capacity()
                ? Optional.of(new WindowFull(window.id()))
                : Optional.empty();
    }

    private Optional<DropRefusal> payable(Order order, Paying paying) {
        var bundle = sheet.bundle(order);
        return bundle.online() && !bundle.price().isZero() && paying == Paying.AT_PICKUP
                ? Optional.of(new PaidOnlineOnly(bundle.id()))
                : Optional.empty();
    }

    private Optional<DropRefusal> within(ParticipantId who, int units) {
        int limit = sheet.details().perMember();
        int waiting = sheet.waitingOf(who).map(one -> one.order().units()).orElse(0);
        return sheet.claims().counted(who) + waiting + units > limit
                ? Optional.of(new OverLimit(limit))
                : Optional.empty();
    }

    /** Why it cannot be had now, if it cannot. */
    Optional<DropRefusal> missing(Order order) {
        return sheet.claims().all().size() >= Claims.MOST ? Optional.of(new ClaimsFull(Claims.MOST)) : gone(order);
    }

    /** The same for what is claimed already and only moves. */
    Optional<DropRefusal> gone(Order order) {
        var bundle = sheet.bundle(order);
        var demand = bundle.demand(order.units());
        if (fits(order, demand, false)) {
            return Optional.empty();
        }
        return Optional.of(
                fits(order, demand, true) ? allHeld(bundle, order) : new SoldOut(bundle.id(), order.point()));
    }

    /** The demand of each component is summed before anything is promised. */
    private boolean fits(Order order, Map<ComponentId, Integer> demand, boolean mayComeBack) {
        return demand.entrySet().stream().allMatch(entry -> {
            int back = mayComeBack
                    ? sheet.stocks().tally(order.point(), entry.getKey()).undecided()
                    : 0;
            return sheet.available(order.point(), entry.getKey()) + back >= entry.getValue();
        });
    }

    private DropRefusal allHeld(Bundle bundle, Order order) {
        return new AllHeld(bundle.id(), order.point(), sheet.claims().firstEnd().orElse(now));
    }
}
