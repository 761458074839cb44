package downbeat.classes.entity;

import static downbeat.classes.domain.Fixtures.ANNA;
import static downbeat.classes.domain.Fixtures.BEN;
import static downbeat.classes.domain.Fixtures.CLEO;
import static downbeat.classes.stage.ClassesNode.accepted;
import static downbeat.classes.stage.ClassesNode.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.classes.domain.LiveClassCommand.*;
import downbeat.classes.domain.LiveClassRefusal;
import downbeat.classes.domain.LiveClassReply;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.stage.ClassesNode;
import downbeat.classes.stage.Plans;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.KeyReused;
import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Classes on a real node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveClassesTest {
    private static final Duration PAST_AN_OFFER = Duration.ofMinutes(16);

    @TempDir
    static Path data;

    private ClassesNode node;

    @BeforeAll
    void start() {
        node = new ClassesNode(data);
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void a_restart_keeps_everything() {
        var ride = new ClassId("kept");
        node.schedule(ride, 1, 1);
        accepted(node.classes().ask(ride, new AttachPlan(Plans.plan("Ride", Duration.ofMinutes(20)))));
        book(ride, ANNA, PlaceKind.ONLINE);
        book(ride, BEN, PlaceKind.ONLINE);
        book(ride, CLEO, PlaceKind.ONLINE);
        accepted(node.classes().ask(ride, new CancelBooking(ANNA)));
        var draft = new ClassId("kept-draft");
        var before = get(node.classes().show(ride)).orElseThrow();
        accepted(node.classes().draft(draft, before.trainer(), before.details()));
        var drafted = get(node.classes().show(draft));
        assertThat(before.bookingOf(BEN).orElseThrow().status()).isEqualTo(BookingCard.Status.OFFERED);
        assertThat(before.bookingOf(CLEO).orElseThrow().position()).isEqualTo(1);

        node.restart();

        assertThat(get(node.classes().show(ride))).contains(before);
        assertThat(get(node.classes().show(draft))).isPresent().isEqualTo(drafted);
        assertThat(accepted(node.classes().ask(ride, new AcceptOffer(BEN))))
                .isEqualTo(new LiveClassReply.Placed(PlaceKind.ONLINE));
    }

    @Test
    void a_repeated_request_is_answered_as_the_first_time_after_a_restart_and_does_nothing() {
        var ride = new ClassId("repeated");
        var key = new IdempotencyKey("anna-books");
        var book = new Book(ANNA, PlaceKind.ONLINE, false);
        node.schedule(ride, 1, 0);
        var first = get(node.classes().ask(ride, book, key));
        assertThat(first).isEqualTo(Outcome.accepted(new LiveClassReply.Placed(PlaceKind.ONLINE)));
        accepted(node.classes().ask(ride, new CancelBooking(ANNA)));
        book(ride, BEN, PlaceKind.ONLINE);
        var before = get(node.classes().show(ride));

        node.restart();

        assertThat(get(node.classes().ask(ride, book, key))).isEqualTo(first);
        assertThat(get(node.classes().ask(ride, new Book(ANNA, PlaceKind.ONLINE, true), key)))
                .isEqualTo(Outcome.refused(new KeyReused("anna-books")));
        assertThat(get(node.classes().show(ride)))
                .as("the place is Ben's, and Anna has not come back")
                .isEqualTo(before);
    }

    @Test
    void a_refusal_is_decided_anew_under_the_same_key() {
        var ride = new ClassId("refused");
        var key = new IdempotencyKey("anna-accepts");
        node.schedule(ride, 1, 0);
        book(ride, BEN, PlaceKind.ONLINE);
        book(ride, ANNA, PlaceKind.ONLINE);
        assertThat(get(node.classes().ask(ride, new AcceptOffer(ANNA), key)))
                .isEqualTo(Outcome.refused(new LiveClassRefusal.NoOffer()));
        accepted(node.classes().ask(ride, new CancelBooking(BEN)));
        node.restart();
        assertThat(accepted(node.classes().ask(ride, new AcceptOffer(ANNA), key)))
                .isEqualTo(new LiveClassReply.Placed(PlaceKind.ONLINE));
    }

    @Test
    void an_offer_nobody_takes_passes_on_though_nobody_calls() {
        var ride = new ClassId("lapses");
        offeredToBenWhileCleoWaits(ride);
        node.pass(PAST_AN_OFFER);
        passesToCleo(ride);
    }

    @Test
    void an_offer_that_ended_while_the_node_was_down_passes_on_though_nobody_calls() {
        var ride = new ClassId("lapses-down");
        offeredToBenWhileCleoWaits(ride);
        node.stop();
        node.pass(PAST_AN_OFFER);
        node.start();
        passesToCleo(ride);
        node.pass(PAST_AN_OFFER);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(places(ride)).isEmpty());
        assertThat(get(node.classes().show(ride)).orElseThrow().online().left())
                .as("nobody is left to offer it to: it is free")
                .isEqualTo(1);
    }

    private void offeredToBenWhileCleoWaits(ClassId ride) {
        node.schedule(ride, 1, 0);
        book(ride, ANNA, PlaceKind.ONLINE);
        book(ride, BEN, PlaceKind.ONLINE);
        book(ride, CLEO, PlaceKind.ONLINE);
        accepted(node.classes().ask(ride, new CancelBooking(ANNA)));
        becomes(ride, Map.of("ben", "OFFERED", "cleo", "WAITING"));
    }

    private void passesToCleo(ClassId ride) {
        becomes(ride, Map.of("cleo", "OFFERED"));
    }

    /** Looks at the table only: asking the class would wake it. */
    private void becomes(ClassId ride, Map<String, String> expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(places(ride)).isEqualTo(expected));
    }

    private Map<String, String> places(ClassId ride) {
        return node.database()
                .withHandle(db -> db.createQuery("SELECT participant, status FROM class_place WHERE class_id = :id")
                        .bind("id", ride.value())
                        .setMapKeyColumn("participant")
                        .setMapValueColumn("status")
                        .collectInto(new GenericType<Map<String, String>>() {}));
    }

    private void book(ClassId ride, ParticipantId who, PlaceKind place) {
        accepted(node.classes().ask(ride, new Book(who, place, false)));
    }
}
