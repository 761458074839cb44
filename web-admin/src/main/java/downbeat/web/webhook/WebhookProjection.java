package downbeat.web.webhook;

import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.drops.domain.DropEvent;
import downbeat.drops.domain.DropEvent.*;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Settlement;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.web.webhook.ClaimBook.Entry;
import downbeat.web.webhook.ClaimData.HandoverData;
import downbeat.web.webhook.domain.ClaimFact;
import downbeat.web.webhook.domain.EventId;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Writes down what shops are to be told, exactly once: in the transaction of the fact's position. A claim that was only held or
 * offered is nothing to a shop yet, nor is its end.
 */
public final class WebhookProjection implements View<DropEvent> {
    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void apply(Handle db, Recorded<DropEvent> fact) {
        var book = new ClaimBook(db, new DropId(fact.entityId()));
        if (fact.event() instanceof DropComposed e) {
            book.composed(e.trainer(), fact.sequence());
        } else if (book.hears(fact.sequence())) {
            new Hearing(book, fact.sequence(), fact.event().at()).hear(fact.event());
        }
    }

    /** One fact that was not heard before. */
    private record Hearing(ClaimBook book, long sequence, Instant at) {

        void hear(DropEvent event) {
            switch (event) {
                case ClaimHeld e -> enter(e.claim(), e.who(), e.order(), e.price(), Settlement.DUE_ONLINE);
                case UnitsOffered e -> enter(e.claim(), e.who(), e.order(), e.price(), Settlement.DUE_ONLINE);
                case BundleClaimed e -> claimed(e);
                case ClaimPaid e -> confirmed(e.claim(), Settlement.PAID_ONLINE);
                case OfferAccepted e -> accepted(e);
                case ClaimRehomed e -> moved(e.claim(), e.order());
                case ClaimsMadeReady e ->
                    e.claims().forEach(claim -> tell(ClaimFact.READY, claim, UnaryOperator.identity()));
                case ClaimHandedOver e -> handedOver(e);
                case HandoverDisputed e -> disputed(e);
                case ClaimReleased e -> released(e);
                case DropComposed e -> {}
                case DropEdited e -> {}
                case DropAnnounced e -> {}
                case DropOpened e -> {}
                case DropClosed e -> {}
                case DropCancelled e -> {}
                case LineEntered e -> {}
                case WaitingJoined e -> {}
                case WaitingLeft e -> {}
                case AttendanceNoted e -> {}
                case ComponentRestocked e -> {}
                case PointClosed e -> {}
                case PointMoved e -> {}
            }
        }

        private void enter(ClaimId claim, ParticipantId who, Order order, Money price, Settlement settlement) {
            book.enter(claim, Entry.of(who, order, price, settlement));
        }

        private void claimed(BundleClaimed fact) {
            var entry = Entry.of(fact.who(), fact.order(), fact.price(), fact.settlement());
            book.enter(fact.claim(), entry.confirmed(fact.settlement()));
            tell(ClaimFact.CONFIRMED, fact.claim(), UnaryOperator.identity());
        }

        private void confirmed(ClaimId claim, Settlement how) {
            book.find(claim).ifPresent(entry -> book.change(claim, entry.confirmed(how)));
            tell(ClaimFact.CONFIRMED, claim, UnaryOperator.identity());
        }

        /** One that is still to be paid is not confirmed before it is. */
        private void accepted(OfferAccepted fact) {
            if (fact.heldUntil().isEmpty()) {
                confirmed(fact.claim(), fact.settlement());
            }
        }

        private void moved(ClaimId claim, Order to) {
            book.find(claim).ifPresent(entry -> book.change(claim, entry.moved(to)));
            tell(ClaimFact.CONFIRMED, claim, ClaimData::movedElsewhere);
        }

        private void handedOver(ClaimHandedOver fact) {
            book.find(fact.claim()).ifPresent(entry -> {
                int units = fact.handover().units();
                int left = book.change(fact.claim(), entry.handing(units, fact.paid()))
                        .left();
                tell(ClaimFact.HANDED_OVER, fact.claim(), it -> it.handing(new HandoverData(units, left, false)));
            });
        }

        /** It happened all the same, and the shelf is emptier by it. */
        private void disputed(HandoverDisputed fact) {
            book.find(fact.claim()).ifPresent(entry -> {
                int units = fact.dispute().handover().units();
                book.change(fact.claim(), entry.handing(0, fact.paid()));
                tell(ClaimFact.HANDED_OVER, fact.claim(), it -> it.handing(new HandoverData(units, null, true)));
            });
        }

        private void released(ClaimReleased fact) {
            book.find(fact.claim())
                    .filter(Entry::confirmed)
                    .ifPresent(entry -> tell(
                            ClaimFact.RELEASED,
                            fact.claim(),
                            it -> it.releasing(fact.cause(), entry.left(), fact.refund())));
        }

        private void tell(ClaimFact fact, ClaimId claim, UnaryOperator<ClaimData> more) {
            var listening = book.trainer()
                    .map(trainer -> Webhooks.listening(book.db(), trainer, fact, at))
                    .orElseThrow();
            if (listening.isEmpty()) {
                return;
            }
            var drop = book.drop();
            var data = more.apply(ClaimData.of(drop, claim, book.find(claim).orElseThrow()));
            var id = EventId.of(drop, sequence, claim);
            var event = CloudEvent.of(id, "/api/v1/drops/" + drop.value(), fact.type(), claim.value(), at, data);
            var about = new Deliveries.About(drop, claim);
            listening.forEach(webhook -> Deliveries.put(book.db(), webhook, event, about, at));
        }
    }
}
