package downbeat.drops.view;

import static downbeat.drops.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.entity.Recorded;
import downbeat.drops.domain.Capsule;
import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.DropEvent;
import downbeat.drops.domain.DropEvent.*;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Dispute;
import downbeat.drops.domain.claim.Handover;
import downbeat.drops.domain.claim.Paying;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.claim.Waiting;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.stage.Tables;
import downbeat.drops.view.DropBoard.Repeat;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Every fact, each heard twice, and every question, on both databases. */
class DropBoardTest {
    private static final DropId FIRST = new DropId("first");
    private static final DropId SECOND = new DropId("second");

    private final DropBoardProjection projection = new DropBoardProjection();

    @Test
    void the_board_follows_the_facts_on_h2() throws Exception {
        Tables.onH2("drop-board", this::follows);
    }

    @Test
    void the_board_follows_the_facts_on_postgresql() throws Exception {
        Tables.onPostgresql(this::follows);
    }

    private void follows(Jdbi database) {
        var board = new DropBoard(database);
        drops(database, board);
        crowd(database, board);
        claims(database);
        assertThat(board.repeat(SECOND)).isEqualTo(new Repeat(2, 1));
        assertThat(board.repeat(FIRST)).as("nothing was before it").isEqualTo(new Repeat(2, 0));
        assertThat(board.pace(FIRST, OPENED, Duration.ofMinutes(10))).containsExactly(3, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        hear(database, SECOND, new DropCancelled("storm", OPENED));
        assertThat(board.at(POOL)).as("it is not collected any more").containsExactly(FIRST);
        assertThat(board.byTrainer(TRAINER)).containsExactly(SECOND, FIRST);
    }

    private void drops(Jdbi database, DropBoard board) {
        hear(database, FIRST, composed(Capsule.of(1)));
        hear(database, SECOND, new DropComposed(TRAINER, Capsule.of(1).details(), BEFORE.plusSeconds(1)));
        assertThat(board.byTrainer(TRAINER)).as("the newest first").containsExactly(SECOND, FIRST);
        assertThat(board.byTrainer(new AccountId("nobody"))).isEmpty();
        assertThat(board.ofClass(RIDE)).as("as they were composed").containsExactly(FIRST, SECOND);
        assertThat(board.at(POOL)).as("drafts are nobody's business").isEmpty();
        List.of(FIRST, SECOND).forEach(drop -> hear(database, drop, new DropAnnounced(SEED, BEFORE)));
        assertThat(board.at(PARK)).containsExactly(SECOND, FIRST);
        hear(database, SECOND, new DropEdited(withoutClass(), BEFORE));
        assertThat(board.ofClass(RIDE)).containsExactly(FIRST);
        assertThat(board.ofClass(new ClassId("c-other"))).isEmpty();
        assertThat(board.at(PARK)).containsExactly(FIRST);
        List.of(FIRST, SECOND).forEach(drop -> hear(database, drop, new DropOpened(List.of(), OPENED)));
        hear(database, FIRST, new DropClosed(OPENED));
        hear(database, FIRST, new ComponentRestocked(POOL, SHIRT, 3, OPENED));
        hear(database, FIRST, new AttendanceNoted(rode(ANNA, 9, true), OPENED));
        hear(database, FIRST, new PointClosed(PARK, "flooded", OPENED));
        hear(database, FIRST, new PointMoved(Capsule.of(1).details().points().getFirst(), OPENED));
        assertThat(board.at(new PointId("lake"))).isEmpty();
    }

    /** Of the pool alone, and of no class. */
    private static DropDetails withoutClass() {
        var all = Capsule.of(1).details();
        return new DropDetails(
                all.title(),
                all.description(),
                Optional.empty(),
                all.components(),
                all.bundles(),
                List.of(all.points().getFirst()),
                all.perMember(),
                all.eligibility(),
                all.timing());
    }

    private void crowd(Jdbi database, DropBoard board) {
        hear(database, FIRST, new LineEntered(CLEO, BEFORE));
        hear(database, FIRST, new WaitingJoined(new Waiting(DIA, kits(1), Paying.ONLINE), OPENED));
        hear(database, FIRST, new WaitingLeft(DIA, OPENED));
        hear(database, FIRST, claimed(1, ANNA, kits(1)));
        hear(database, SECOND, claimed(1, ANNA, kits(1)));
        hear(database, SECOND, claimed(2, BEN, kits(1)));
        assertThat(board.byMember(CLEO)).containsExactly(FIRST);
        assertThat(board.byMember(DIA)).containsExactly(FIRST);
        assertThat(board.byMember(ANNA)).containsExactly(SECOND, FIRST);
    }

    private void claims(Jdbi database) {
        follow(database, 2, held(2, BEN, kits(1)), Status.HELD);
        follow(database, 2, new ClaimPaid(id(2), PAYMENT, OPENED), Status.CONFIRMED);
        follow(database, 2, new ClaimReleased(id(2), Cause.CANCELLED, FREE, OPENED), Status.RELEASED);
        var late = OPENED.plus(Duration.ofSeconds(599));
        follow(database, 3, new UnitsOffered(id(3), CLEO, kits(1), FREE, HELD_UNTIL, late), Status.OFFERED);
        follow(database, 3, accepted(Optional.of(HELD_UNTIL)), Status.HELD);
        follow(database, 3, accepted(Optional.empty()), Status.CONFIRMED);
        follow(database, 3, ready(3), Status.READY);
        follow(database, 3, new ClaimRehomed(id(3), kitsAtPark(1), OPENED), Status.CONFIRMED);
        var handover = new Handover(nonce("n"), 1, "Mia", OPENED);
        follow(database, 3, new ClaimHandedOver(id(3), handover, false, OPENED), Status.HANDED_OVER);
        follow(
                database,
                3,
                new HandoverDisputed(id(3), new Dispute(PARK, handover, Status.HANDED_OVER), false, OPENED),
                Status.HANDED_OVER);
        follow(database, 3, new ClaimReleased(id(3), Cause.NO_SHOW, FREE, OPENED), Status.HANDED_OVER);
        hear(database, FIRST, held(4, DIA, kits(1)));
        hear(database, FIRST, new ClaimReleased(id(4), Cause.HOLD_EXPIRED, FREE, OPENED));
    }

    private static OfferAccepted accepted(Optional<Instant> heldUntil) {
        return new OfferAccepted(id(3), Settlement.DUE_ONLINE, heldUntil, OPENED);
    }

    private void follow(Jdbi database, int claim, DropEvent event, Status status) {
        hear(database, FIRST, event);
        assertThat(database.<String, RuntimeException>withHandle(
                        db -> db.createQuery("SELECT status FROM drop_claim WHERE drop_id = 'first' AND claim = :claim")
                                .bind("claim", claim)
                                .mapTo(String.class)
                                .one()))
                .isEqualTo(status.name());
    }

    /** Twice: what comes again is harmless. */
    private void hear(Jdbi database, DropId id, DropEvent event) {
        var fact = new Recorded<DropEvent>(id.value(), 1, BEFORE, event);
        database.useTransaction(db -> {
            projection.apply(db, fact);
            projection.apply(db, fact);
        });
    }
}
