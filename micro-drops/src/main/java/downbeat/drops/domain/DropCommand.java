package downbeat.drops.domain;

import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Paying;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.crowd.Seed;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.kernel.AccountId;
import downbeat.kernel.Nonce;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.bound.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Everything that can be asked of a drop. */
public sealed interface DropCommand {

    record Compose(AccountId trainer, DropDetails details) implements DropCommand {}

    record Edit(DropDetails details) implements DropCommand {}

    record Announce(Seed seed) implements DropCommand {}

    /** @param attendees of the class: everybody who had a place */
    record Open(List<Attendee> attendees) implements DropCommand {
        public Open {
            attendees = List.copyOf(attendees);
        }
    }

    record NoteAttendance(Attendee attendee) implements DropCommand {}

    record Close() implements DropCommand {}

    record Cancel(String reason) implements DropCommand {
        public Cancel {
            Bounds.text("reason", reason, 1, 500);
        }
    }

    record Restock(PointId point, ComponentId component, int stock) implements DropCommand {
        public Restock {
            Bounds.number("stock", stock, 0, CollectionPoint.MOST_STOCK);
        }
    }

    record ClosePoint(PointId point, String reason) implements DropCommand {
        public ClosePoint {
            Bounds.text("reason", reason, 1, 500);
        }
    }

    /**
     * The pop-up that is the point has moved.
     *
     * @param name as it is called now, 1 to 120 characters
     * @param by later when positive, sooner when negative
     */
    record MovePoint(PointId point, String name, Duration by) implements DropCommand {
        public MovePoint {
            Bounds.text("name", name, 1, 120);
        }
    }

    record EnterLine(ParticipantId who) implements DropCommand {}

    /** @param admitted whether they showed the admission that whoever was let in from a waiting room has */
    record Claim(ParticipantId who, Order order, Paying paying, boolean admitted) implements DropCommand {}

    record Pay(ClaimId claim, PaymentId payment) implements DropCommand {}

    /** Its member gives a claim back. */
    record GiveBack(ParticipantId who, ClaimId claim) implements DropCommand {}

    /** The trainer takes a claim back. */
    record Withdraw(ClaimId claim) implements DropCommand {}

    record JoinWaiting(ParticipantId who, Order order, Paying paying) implements DropCommand {}

    record LeaveWaiting(ParticipantId who) implements DropCommand {}

    record AcceptOffer(ParticipantId who, Paying paying) implements DropCommand {}

    record DeclineOffer(ParticipantId who) implements DropCommand {}

    /** @param claims none means all that are confirmed at the point */
    record MakeReady(PointId point, List<ClaimId> claims) implements DropCommand {
        public static final int MOST = 1000;

        public MakeReady {
            claims = List.copyOf(claims);
            Bounds.size("claims", claims, 0, MOST);
        }
    }

    /**
     * @param units 1 to 100, or 0 for all that are left
     * @param paid whether what is due was paid at the counter now
     */
    record HandOver(PointId point, ClaimId claim, int units, Nonce nonce, String by, boolean paid)
            implements DropCommand {
        public HandOver {
            Bounds.number("units", units, 0, Order.MOST_UNITS);
            Bounds.text("by", by, 1, 120);
        }
    }

    /** What a counter handed over on its own. */
    record Upload(PointId point, String by, List<OfflineHandover> handovers) implements DropCommand {
        public static final int MOST = 500;

        public Upload {
            handovers = List.copyOf(handovers);
            Bounds.text("by", by, 1, 120);
            Bounds.size("handovers", handovers, 1, MOST);
        }
    }

    /** @param at by the counter's clock */
    record OfflineHandover(Nonce nonce, ClaimId claim, int units, boolean paid, Instant at) {
        public OfflineHandover {
            Bounds.number("units", units, 1, Order.MOST_UNITS);
        }
    }

    /** Collects somewhere else or at another time. */
    record Rehome(ParticipantId who, ClaimId claim, PointId point, WindowId window) implements DropCommand {}

    /** What bundle a member fetches online; the first time hands it over. */
    record Fetch(ParticipantId who, BundleId bundle) implements DropCommand {}
}
