package downbeat.drops.golden;

import static downbeat.drops.domain.Fixtures.*;

import downbeat.drops.domain.Capsule;
import downbeat.drops.domain.ChoiceRefusal;
import downbeat.drops.domain.ClaimRefusal;
import downbeat.drops.domain.CounterRefusal;
import downbeat.drops.domain.CrowdRefusal;
import downbeat.drops.domain.Drop;
import downbeat.drops.domain.DropCommand;
import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.DropEvent;
import downbeat.drops.domain.DropRefusal;
import downbeat.drops.domain.DropReply;
import downbeat.drops.domain.LifeRefusal;
import downbeat.drops.domain.Phase;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Dispute;
import downbeat.drops.domain.claim.Handover;
import downbeat.drops.domain.claim.Paying;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.claim.Waiting;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.crowd.Audience;
import downbeat.drops.entity.ClaimCard;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.PointCard;
import downbeat.drops.entity.SpotCard;
import downbeat.drops.entity.StockCard;
import downbeat.drops.entity.WaitingCard;
import downbeat.drops.entity.WindowCard;
import downbeat.drops.golden.GoldenFilesTest.Family;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class DropSamples {
    private static final Instant AT = Instant.parse("2026-12-01T17:00:00.123Z");
    private static final DropDetails DETAILS = Capsule.of(5)
            .priced()
            .waitingRoom(20)
            .forThose(80, 100, Audience.MEMBERS, Duration.ofMinutes(2))
            .details();
    private static final Attendee ROOM = new Attendee(ANNA, 93, 120, true, false);
    private static final Attendee TRIAL = new Attendee(BEN, 12, 0, false, true);
    private static final Handover HANDED = new Handover(nonce("n-1"), 2, "Mia", AT);
    private static final Dispute WRONG = new Dispute(PARK, new Handover(nonce("n-2"), 1, "Ole", AT), Status.READY);

    private DropSamples() {}

    static List<Family> families() {
        return List.of(
                new Family("drop-commands", DropCommand.class, commands()),
                new Family("drop-events", DropEvent.class, events()),
                new Family("drop-states", Drop.class, states()),
                new Family("drop-replies", DropReply.class, replies()),
                new Family("drop-refusals", DropRefusal.class, refusals()),
                new Family("drop-cards", DropCard.class, List.of(card())));
    }

    private static List<DropCommand> commands() {
        return List.of(
                new DropCommand.Compose(TRAINER, DETAILS),
                new DropCommand.Edit(Capsule.of(1).details()),
                new DropCommand.Announce(SEED),
                new DropCommand.Open(List.of(ROOM, TRIAL)),
                new DropCommand.NoteAttendance(TRIAL),
                new DropCommand.Close(),
                new DropCommand.Cancel("rain"),
                new DropCommand.Restock(POOL, SHIRT, 7),
                new DropCommand.ClosePoint(POOL, "flooded"),
                new DropCommand.MovePoint(POOL, "Yard", Duration.ofMinutes(-30)),
                new DropCommand.EnterLine(ANNA),
                new DropCommand.Claim(ANNA, kits(2), Paying.ONLINE, false),
                new DropCommand.Claim(BEN, video(), Paying.AT_PICKUP, false),
                new DropCommand.Claim(BEN, video(), Paying.AT_PICKUP, true),
                new DropCommand.Pay(id(1), PAYMENT),
                new DropCommand.GiveBack(ANNA, id(1)),
                new DropCommand.Withdraw(id(1)),
                new DropCommand.JoinWaiting(BEN, shirts(1), Paying.ONLINE),
                new DropCommand.LeaveWaiting(BEN),
                new DropCommand.AcceptOffer(BEN, Paying.AT_PICKUP),
                new DropCommand.DeclineOffer(BEN),
                new DropCommand.MakeReady(POOL, List.of(id(1), id(2))),
                new DropCommand.HandOver(POOL, id(1), 2, nonce("n-1"), "Mia", true),
                new DropCommand.Upload(
                        POOL, "Mia", List.of(new DropCommand.OfflineHandover(nonce("n-1"), id(1), 2, true, AT))),
                new DropCommand.Rehome(ANNA, id(1), PARK, PARK_LATE),
                new DropCommand.Fetch(ANNA, VIDEO));
    }

    private static List<DropEvent> events() {
        return List.of(
                new DropEvent.DropComposed(TRAINER, DETAILS, AT),
                new DropEvent.DropEdited(Capsule.of(1).details(), AT),
                new DropEvent.DropAnnounced(SEED, AT),
                new DropEvent.DropOpened(List.of(ROOM, TRIAL), AT),
                new DropEvent.AttendanceNoted(TRIAL, AT),
                new DropEvent.DropClosed(AT),
                new DropEvent.DropCancelled("rain", AT),
                new DropEvent.ComponentRestocked(POOL, SHIRT, 7, AT),
                new DropEvent.PointClosed(POOL, "flooded", AT),
                new DropEvent.PointMoved(DETAILS.points().getFirst(), AT),
                new DropEvent.LineEntered(ANNA, AT),
                new DropEvent.ClaimHeld(id(1), ANNA, kits(2), PRICE.times(2), HELD_UNTIL, AT),
                new DropEvent.BundleClaimed(id(2), BEN, kits(1), PRICE, Settlement.DUE_AT_PICKUP, AT),
                new DropEvent.BundleClaimed(id(3), BEN, video(), FREE, Settlement.NOTHING_DUE, AT),
                new DropEvent.ClaimPaid(id(1), PAYMENT, AT),
                new DropEvent.ClaimReleased(id(1), Cause.NO_SHOW, PRICE, AT),
                new DropEvent.WaitingJoined(new Waiting(CLEO, shirts(1), Paying.ONLINE), AT),
                new DropEvent.WaitingLeft(CLEO, AT),
                new DropEvent.UnitsOffered(id(4), CLEO, shirts(1), PRICE, HELD_UNTIL, AT),
                new DropEvent.OfferAccepted(id(4), Settlement.DUE_ONLINE, Optional.of(HELD_UNTIL), AT),
                new DropEvent.OfferAccepted(id(4), Settlement.DUE_AT_PICKUP, Optional.empty(), AT),
                new DropEvent.ClaimsMadeReady(List.of(id(1), id(2)), AT),
                new DropEvent.ClaimHandedOver(id(1), HANDED, true, AT),
                new DropEvent.HandoverDisputed(id(1), WRONG, true, AT),
                new DropEvent.ClaimRehomed(id(1), kitsAtPark(2), AT));
    }

    private static List<Drop> states() {
        var full = open(Capsule.of(9).priced().waitingRoom(5), ROOM, TRIAL)
                .given(new DropEvent.LineEntered(ANNA, AT))
                .given(held(1, ANNA, kits(2)), new DropEvent.ClaimPaid(id(1), PAYMENT, AT), ready(1))
                .given(new DropEvent.ClaimHandedOver(id(1), HANDED, false, AT))
                .given(new DropEvent.HandoverDisputed(id(1), WRONG, false, AT))
                .given(held(2, BEN, kits(1)))
                .given(new DropEvent.WaitingJoined(new Waiting(CLEO, shirts(1), Paying.ONLINE), AT))
                .given(new DropEvent.PointClosed(PARK, "flooded", AT));
        return List.of(
                new Drop.Blank(),
                spec().given(composed(Capsule.of(1))).state(),
                announced(Capsule.of(1)).state(),
                full.state(),
                full.given(new DropEvent.DropClosed(AT)).state(),
                openDropWith(1).given(new DropEvent.DropCancelled("rain", AT)).state());
    }

    private static List<DropReply> replies() {
        return List.of(
                new DropReply.Done(Phase.OPEN, 3),
                new DropReply.InLine(2, 40, Optional.of(AT)),
                new DropReply.InLine(2, 40, Optional.empty()),
                new DropReply.Held(id(1), PRICE, HELD_UNTIL),
                new DropReply.Claimed(id(1), PRICE, Settlement.PAID_ONLINE),
                new DropReply.Queued(3),
                new DropReply.Released(Optional.of(PRICE)),
                new DropReply.Released(Optional.empty()),
                new DropReply.MadeReady(List.of(id(1))),
                new DropReply.HandedOver(id(1), HANDED, 0),
                new DropReply.Uploaded(List.of(
                        new DropReply.Answer(nonce("n-1"), DropReply.Judgement.KEPT),
                        new DropReply.Answer(nonce("n-2"), DropReply.Judgement.DISPUTED),
                        new DropReply.Answer(nonce("n-3"), DropReply.Judgement.UNKNOWN))));
    }

    static List<DropRefusal> refusals() {
        return List.of(
                new LifeRefusal.NoSuchDrop(),
                new LifeRefusal.AlreadyComposed(),
                new LifeRefusal.WrongPhase("open the drop", Phase.DRAFT),
                new LifeRefusal.DropIsOver(Phase.CLOSED),
                new LifeRefusal.StockBelowClaimed(POOL, SHIRT, 3),
                new ChoiceRefusal.NoSuchPoint(POOL),
                new ChoiceRefusal.NoSuchComponent(SHIRT),
                new ChoiceRefusal.NoSuchBundle(KIT),
                new ChoiceRefusal.NoSuchWindow(POOL, Optional.of(POOL_EARLY)),
                new ChoiceRefusal.NoSuchWindow(POOL, Optional.empty()),
                new ChoiceRefusal.WindowFull(POOL_EARLY),
                new ChoiceRefusal.WindowIsOver(POOL_EARLY, AT),
                new ChoiceRefusal.PointIsClosed(POOL, "The pool is flooded."),
                new ChoiceRefusal.FetchedOnline(VIDEO),
                new ChoiceRefusal.CollectedAtPoint(KIT),
                new ChoiceRefusal.PaidOnlineOnly(VIDEO),
                new CrowdRefusal.DidNotTakePart(),
                new CrowdRefusal.TookTooLittlePart(10, 80, 20, 100),
                new CrowdRefusal.TookTooLittlePart(10, 80, 20, 0),
                new CrowdRefusal.ForOthers(Audience.IN_ROOM),
                new CrowdRefusal.NotYet(AT),
                new CrowdRefusal.NotInLine(),
                new CrowdRefusal.NotYourTurn(7, AT),
                new CrowdRefusal.NotAdmitted(),
                new CrowdRefusal.NoWaitingRoom(),
                new CrowdRefusal.WaitingRoomFull(100_000),
                new ClaimRefusal.OverLimit(2),
                new ClaimRefusal.SoldOut(KIT, POOL),
                new ClaimRefusal.AllHeld(KIT, POOL, AT),
                new ClaimRefusal.ClaimsFull(200_000),
                new ClaimRefusal.NoSuchClaim(),
                new ClaimRefusal.NotHeld(Status.HANDED_OVER),
                new ClaimRefusal.HoldIsOver(AT),
                new ClaimRefusal.ClaimIsOver(Status.RELEASED, Optional.of(Cause.NO_SHOW), AT),
                new ClaimRefusal.ClaimIsOver(Status.HANDED_OVER, Optional.empty(), AT),
                new ClaimRefusal.UnitsAreLeft(2),
                new ClaimRefusal.AlreadyWaiting(),
                new ClaimRefusal.WaitingListFull(10_000),
                new ClaimRefusal.NotWaiting(),
                new ClaimRefusal.NoOffer(),
                new CounterRefusal.WrongPoint(POOL, "Stadtbad"),
                new CounterRefusal.NotReady(),
                new CounterRefusal.NotConfirmed(Status.HELD),
                new CounterRefusal.PaymentDue(PRICE),
                new CounterRefusal.MoreThanLeft(1),
                new CounterRefusal.AlreadyHandedOver("Mia", AT),
                new ClaimRefusal.NothingToFetch());
    }

    private static DropCard card() {
        return new DropCard(
                TRAINER,
                DETAILS,
                Phase.OPEN,
                Optional.of(SEED.commitment()),
                Optional.of(SEED.text()),
                Optional.of(OPENED),
                Optional.of(CLOSES),
                Optional.empty(),
                Optional.empty(),
                List.of(new PointCard(
                        POOL,
                        "Stadtbad",
                        ZoneId.of("Europe/Berlin"),
                        List.of(new StockCard(SHIRT, 9, 2, 1, 1, 2, 1, 2)),
                        List.of(new WindowCard(POOL_EARLY, EARLY.start(), EARLY.end(), 100, 7)),
                        Map.of(KIT, 2),
                        Optional.of("flooded"))),
                List.of(new ClaimCard(
                        id(1),
                        ANNA,
                        kits(2),
                        PRICE.times(2),
                        Settlement.PAID_ONLINE,
                        Status.HANDED_OVER,
                        Optional.empty(),
                        0,
                        List.of(HANDED),
                        List.of(WRONG),
                        Optional.empty(),
                        AT)),
                List.of(new WaitingCard(CLEO, 4, shirts(1))),
                List.of(new SpotCard(ANNA, 3, BEFORE, Optional.of(AT))),
                List.of(ROOM),
                9,
                7,
                12,
                3);
    }
}
