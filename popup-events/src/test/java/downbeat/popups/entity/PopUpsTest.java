package downbeat.popups.entity;

import static downbeat.popups.domain.Fixtures.*;
import static downbeat.popups.stage.PopUpsNode.accepted;
import static downbeat.popups.stage.PopUpsNode.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.Outdated;
import downbeat.cluster.entity.Seen;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.Version;
import downbeat.popups.domain.PopUpCommand.*;
import downbeat.popups.domain.PopUpEvent.HoldLapsed;
import downbeat.popups.domain.PopUpEvent.PlaceOffered;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.PopUpReply;
import downbeat.popups.domain.SaleRefusal;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.stage.PopUpsNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pop-ups on a real node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PopUpsTest {
    private static final Duration PAST_A_HOLD = Duration.ofMinutes(11);

    @TempDir
    static Path data;

    private PopUpsNode node;

    @BeforeAll
    void start() {
        node = new PopUpsNode(data);
    }

    @AfterAll
    void close() {
        node.close();
    }

    private static PlaceHold hold(ParticipantId who, int count) {
        return new PlaceHold(new HoldId("hold-of-" + who.value()), who, Standing.GUEST, STANDARD, count);
    }

    private static Confirm confirm(ParticipantId who) {
        return new Confirm(new HoldId("hold-of-" + who.value()), who, true);
    }

    @Test
    void a_hold_that_ran_out_while_the_node_was_down_is_offered_on_though_nobody_calls() {
        var pool = new PopUpId("runs-out");
        node.publish(pool, details(1, standard(1)));
        accepted(node.popUps().ask(pool, hold(ANNA, 1)));
        accepted(node.popUps().ask(pool, new JoinWaiting(BEN, Standing.GUEST, STANDARD)));
        node.stop();
        node.pass(PAST_A_HOLD);
        node.start();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(node.witness().of(pool).stream()
                                .map(event -> event.getClass().getSimpleName()))
                        .contains(HoldLapsed.class.getSimpleName(), PlaceOffered.class.getSimpleName()));
        assertThat(get(node.popUps().ask(pool, confirm(ANNA)))).isEqualTo(Outcome.refused(new SaleRefusal.NoHold()));
        assertThat(accepted(node.popUps().ask(pool, new AcceptOffer(BEN, true))))
                .isEqualTo(new PopUpReply.Sold(List.of(ticket(1))));
    }

    @Test
    void a_restart_keeps_everything() {
        var pool = new PopUpId("kept");
        node.publish(pool, details(3, standard(3), members(1)));
        accepted(node.popUps().ask(pool, hold(ANNA, 2)));
        accepted(node.popUps().ask(pool, confirm(ANNA)));
        accepted(node.popUps().ask(pool, hold(BEN, 1)));
        accepted(node.popUps().ask(pool, new JoinWaiting(CLEO, Standing.GUEST, STANDARD)));
        accepted(node.popUps().ask(pool, new RegisterDevice(PHONE, "Phone")));
        accepted(node.popUps().ask(pool, new OpenDoors()));
        accepted(node.popUps().ask(pool, scan("n-1")));
        var before = get(node.popUps().show(pool)).orElseThrow();
        assertThat(before.places()).isEqualTo(new PlaceCount(3, 2, 1, 0, 0, 1));
        assertThat(before.door().all()).isEqualTo(new PassageCount(1, 0, 0));
        assertThat(before.placesOf(CLEO)).extracting(PlaceCard::position).containsExactly(1);

        node.restart();

        assertThat(get(node.popUps().show(pool))).contains(before);
        assertThat(accepted(node.popUps().ask(pool, confirm(BEN)))).isEqualTo(new PopUpReply.Sold(List.of(ticket(3))));
    }

    @Test
    void a_scan_whose_answer_was_lost_is_one_admission_even_over_a_restart() {
        var pool = new PopUpId("retried");
        node.publish(pool, details(3, standard(3)));
        accepted(node.popUps().ask(pool, hold(ANNA, 1)));
        accepted(node.popUps().ask(pool, confirm(ANNA)));
        accepted(node.popUps().ask(pool, new RegisterDevice(PHONE, "Phone")));
        accepted(node.popUps().ask(pool, new OpenDoors()));
        var first = accepted(node.popUps().ask(pool, scan("n-1")));

        node.restart();

        assertThat(accepted(node.popUps().ask(pool, scan("n-1")))).isEqualTo(first);
        accepted(node.popUps().ask(pool, scan("n-2")));
        var card = get(node.popUps().show(pool)).orElseThrow();
        assertThat(card.ticket(ticket(1)).orElseThrow().entries()).isEqualTo(1);
        assertThat(card.door().all()).isEqualTo(new PassageCount(1, 0, 1));
    }

    @Test
    void four_hundred_at_once_for_twenty_places_and_exactly_twenty_are_sold() {
        var pool = new PopUpId("rush");
        node.publish(pool, details(20, standard(20)));
        var asked = new ArrayList<CompletionStage<Outcome<PopUpReply>>>();
        for (int guest = 0; guest < 400; guest++) {
            var who = new ParticipantId("g-" + guest);
            asked.add(node.popUps().ask(pool, hold(who, 1), new IdempotencyKey("k-" + guest)));
        }
        long held = asked.stream()
                .filter(one -> get(one).fold(reply -> true, refusal -> false))
                .count();
        assertThat(held).isEqualTo(20);
        for (int guest = 0; guest < 400; guest++) {
            get(node.popUps().ask(pool, confirm(new ParticipantId("g-" + guest))));
        }
        assertThat(get(node.popUps().show(pool)).orElseThrow().places()).isEqualTo(new PlaceCount(20, 20, 0, 0, 0, 0));
    }

    @Test
    void of_two_who_edit_the_same_version_one_is_told_so() {
        var pool = new PopUpId("edited");
        node.publish(pool, details(3, standard(3)));
        var seen = get(node.popUps().show(pool)).orElseThrow().said();
        accepted(node.popUps().ask(pool, new Edit(details(4, standard(3))), Seen.of(seen)));
        assertThat(get(node.popUps().ask(pool, new Edit(details(5, standard(3))), Seen.of(seen))))
                .isEqualTo(Outcome.refused(new Outdated(new Version("3"))));
        assertThat(get(node.popUps().show(new PopUpId("nowhere")))).isEmpty();
    }

    private static ScanPass scan(String nonce) {
        return new ScanPass(nonce(nonce), ticket(1), 1, MAIN, PHONE, Direction.ENTRY, Optional.empty());
    }
}
