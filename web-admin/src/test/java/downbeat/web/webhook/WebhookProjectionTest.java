package downbeat.web.webhook;

import static downbeat.web.webhook.Facts.MIA;
import static downbeat.web.webhook.Facts.NOON;
import static downbeat.web.webhook.Facts.PRICE;
import static downbeat.web.webhook.Facts.TARA;
import static downbeat.web.webhook.Facts.TOM;
import static downbeat.web.webhook.Facts.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.drops.domain.DropEvent.ClaimHandedOver;
import downbeat.drops.domain.DropEvent.ClaimHeld;
import downbeat.drops.domain.DropEvent.ClaimPaid;
import downbeat.drops.domain.DropEvent.ClaimRehomed;
import downbeat.drops.domain.DropEvent.ClaimReleased;
import downbeat.drops.domain.DropEvent.ClaimsMadeReady;
import downbeat.drops.domain.DropEvent.HandoverDisputed;
import downbeat.drops.domain.DropEvent.OfferAccepted;
import downbeat.drops.domain.DropEvent.UnitsOffered;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Dispute;
import downbeat.drops.domain.claim.Handover;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.kernel.AccountId;
import downbeat.kernel.Money;
import downbeat.kernel.Nonce;
import downbeat.web.retention.OldRows;
import downbeat.web.stage.Tables;
import downbeat.web.webhook.Webhook.Wish;
import downbeat.web.webhook.domain.ClaimFact;
import downbeat.web.webhook.domain.WebhookId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Facts of a drop, and what is put down for whom. */
class WebhookProjectionTest {
    private static final ClaimId ONE = ClaimId.of(1);
    private static final ClaimId SECOND = ClaimId.of(2);
    private static final WebhookId HOOK = new WebhookId("w-tara");
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final Set<ClaimFact> ALL = EnumSet.allOf(ClaimFact.class);

    @Test
    void a_claim_is_told_from_confirmed_to_handed_over_on_h2() throws IOException {
        wholeLife(Tables.OF_WEBHOOKS.onH2("webhook-life"));
    }

    @Test
    void a_claim_is_told_from_confirmed_to_handed_over_on_postgresql() throws Exception {
        Tables.OF_WEBHOOKS.onPostgresql(this::wholeLife);
    }

    private void wholeLife(Jdbi database) {
        subscribe(database, HOOK, TARA, ALL, false);
        Facts.of(database)
                .claimed(1)
                .claimed(2)
                .hear(new ClaimsMadeReady(List.of(ONE, SECOND), LATER))
                .hear(new ClaimHandedOver(ONE, handover("n-1", 1), true, LATER))
                .hear(new ClaimHandedOver(ONE, handover("n-2", 1), false, LATER))
                .hear(new ClaimReleased(SECOND, Cause.NO_SHOW, Money.of(0, "EUR"), LATER));
        var told = told(database, HOOK);
        assertThat(told)
                .extracting(event -> event.get("type").asText().replace("dev.downbeat.claim.", "") + " "
                        + event.get("subject").asText())
                .containsExactly(
                        "confirmed 1",
                        "confirmed 2",
                        "ready 1",
                        "ready 2",
                        "handed-over 1",
                        "handed-over 1",
                        "released 2");
        assertThat(told).extracting(event -> event.get("id").asText()).doesNotHaveDuplicates();
        assertThat(told.get(4).at("/data/handover").toString())
                .isEqualTo("{\"units\":1,\"left\":1,\"disputed\":false}");
        assertThat(told.get(5).at("/data/handover/left").asInt()).isZero();
        assertThat(told.get(5).at("/data/settlement").asText()).isEqualTo("PAID_AT_PICKUP");
        assertThat(told.get(6).at("/data/release").toString())
                .isEqualTo("{\"cause\":\"NO_SHOW\",\"units\":2,\"refund\":{\"minor\":0,\"currency\":\"EUR\"}}");
        replayed(database);
    }

    private static void replayed(Jdbi database) {
        var deliveries = new Deliveries(database, Clock.fixed(LATER, ZoneOffset.UTC));
        var event = deliveries.of(HOOK).getFirst().event();
        assertThat(deliveries.replay(HOOK, event)).isPresent();
        database.useHandle(
                db -> db.execute("UPDATE webhook_delivery SET state = 'FAILED', tries = 10 WHERE claim = 1"));
        assertThat(deliveries.replayFailed(HOOK, LATER)).isEqualTo(3);
        assertThat(deliveries.replayFailed(HOOK, NOON)).isEqualTo(1);
        assertThat(deliveries.test(HOOK, event).tries()).isZero();
    }

    @Test
    void an_event_is_a_cloud_event_without_anybodys_name() throws IOException {
        var database = Tables.OF_WEBHOOKS.onH2("webhook-event");
        subscribe(database, HOOK, TARA, ALL, false);
        Facts.of(database).claimed(1);
        assertThat(told(database, HOOK).getFirst().toString()).isEqualTo("""
                {"specversion":"1.0","id":"d-capsule_2_1","source":"/api/v1/drops/d-capsule",\
                "type":"dev.downbeat.claim.confirmed","subject":"1","time":"2026-12-01T12:00:00Z",\
                "datacontenttype":"application/json","data":{"dropId":"d-capsule","claimId":"1",\
                "participant":"m-mia","bundle":"set","units":2,"point":"u-square","window":"early",\
                "price":{"minor":2400,"currency":"EUR"},"settlement":"DUE_AT_PICKUP"}}""");
    }

    @Test
    void what_is_only_held_or_offered_is_told_when_it_is_confirmed_and_else_never() throws IOException {
        var database = Tables.OF_WEBHOOKS.onH2("webhook-held");
        subscribe(database, HOOK, TARA, ALL, false);
        var zero = Money.of(0, "EUR");
        Facts.of(database)
                .hear(new ClaimHeld(ONE, MIA, TWO, PRICE, LATER, NOON))
                .hear(new ClaimPaid(ONE, new PaymentId("pi_1"), NOON))
                .hear(new ClaimHeld(SECOND, MIA, TWO, PRICE, LATER, NOON))
                .hear(new ClaimReleased(SECOND, Cause.HOLD_EXPIRED, zero, LATER))
                .hear(new UnitsOffered(ClaimId.of(3), MIA, TWO, PRICE, LATER, NOON))
                .hear(new OfferAccepted(ClaimId.of(3), Settlement.DUE_AT_PICKUP, Optional.empty(), NOON))
                .hear(new UnitsOffered(ClaimId.of(4), MIA, TWO, PRICE, LATER, NOON))
                .hear(new OfferAccepted(ClaimId.of(4), Settlement.DUE_ONLINE, Optional.of(LATER), NOON))
                .hear(new UnitsOffered(ClaimId.of(5), MIA, TWO, PRICE, LATER, NOON))
                .hear(new ClaimReleased(ClaimId.of(5), Cause.OFFER_DECLINED, zero, LATER));
        assertThat(told(database, HOOK))
                .extracting(event -> event.get("subject").asText() + " "
                        + event.at("/data/settlement").asText())
                .containsExactly("1 PAID_ONLINE", "3 DUE_AT_PICKUP");
    }

    @Test
    void a_claim_that_is_collected_elsewhere_is_confirmed_once_more_and_the_rest_of_one_is_released()
            throws IOException {
        var database = Tables.OF_WEBHOOKS.onH2("webhook-moved");
        subscribe(database, HOOK, TARA, ALL, false);
        var there = TWO.at(new PointId("u-park"), new WindowId("late"));
        Facts.of(database)
                .claimed(1)
                .hear(new ClaimRehomed(ONE, there, LATER))
                .hear(new ClaimHandedOver(ONE, handover("n-1", 1), false, LATER))
                .hear(new HandoverDisputed(
                        ONE, new Dispute(new PointId("u-park"), handover("n-2", 2), Status.READY), true, LATER))
                .hear(new ClaimReleased(ONE, Cause.WITHDRAWN, Money.of(1200, "EUR"), LATER));
        var told = told(database, HOOK);
        assertThat(told.get(1).at("/data/moved").asBoolean()).isTrue();
        assertThat(told.get(1).at("/data/point").asText()).isEqualTo("u-park");
        assertThat(told.get(1).at("/data/window").asText()).isEqualTo("late");
        assertThat(told.get(3).at("/data/handover").toString()).isEqualTo("{\"units\":2,\"disputed\":true}");
        assertThat(told.get(4).at("/data/release/units").asInt()).isEqualTo(1);
        assertThat(told.get(4).at("/data/release/refund/minor").asInt()).isEqualTo(1200);
    }

    @Test
    void each_is_told_of_their_own_drops_and_of_what_they_asked_for_from_then_on() throws IOException {
        var database = Tables.OF_WEBHOOKS.onH2("webhook-whose");
        var readyOnly = new WebhookId("w-ready");
        var toms = new WebhookId("w-tom");
        var everything = new WebhookId("w-admin");
        subscribe(database, HOOK, TARA, ALL, false);
        subscribe(database, readyOnly, TARA, Set.of(ClaimFact.READY), false);
        subscribe(database, toms, TOM, ALL, false);
        subscribe(database, everything, new AccountId("a-root"), ALL, true);
        var off = new WebhookId("w-off");
        webhooks(database).create(off, TARA, new Wish("https://shop.example/", ALL, false, false));
        Facts.of(database).claimed(1, NOON.minusSeconds(1)).claimed(2).hear(new ClaimsMadeReady(List.of(ONE), LATER));
        assertThat(told(database, HOOK)).as("not what was before it").hasSize(2);
        assertThat(told(database, everything)).hasSize(2);
        assertThat(told(database, readyOnly)).hasSize(1);
        assertThat(told(database, toms)).isEmpty();
        assertThat(told(database, off)).isEmpty();
        assertThat(webhooks(database).delete(HOOK, TOM)).as("nobody else's").isFalse();
        assertThat(webhooks(database).delete(HOOK, TARA)).isTrue();
        assertThat(told(database, HOOK)).isEmpty();
    }

    @Test
    void what_was_told_is_kept_for_thirty_days_on_h2() throws IOException {
        grownOld(Tables.OF_WEBHOOKS.onH2("webhook-old"));
    }

    @Test
    void what_was_told_is_kept_for_thirty_days_on_postgresql() throws Exception {
        Tables.OF_WEBHOOKS.onPostgresql(this::grownOld);
    }

    private void grownOld(Jdbi database) {
        subscribe(database, HOOK, TARA, ALL, false);
        var facts = Facts.of(database);
        for (int n = 1; n <= OldRows.BAG + 1; n++) {
            facts.claimed(n);
        }
        facts.claimed(1000, LATER);
        var then = NOON.plus(Pruning.KEPT).plusMillis(1);
        assertThat(new Pruning(database, Clock.fixed(then, ZoneOffset.UTC)).round())
                .isEqualTo(OldRows.BAG + 1);
        assertThat(told(database, HOOK)).hasSize(1);
    }

    private static Handover handover(String nonce, int units) {
        return new Handover(new Nonce(nonce), units, "Omar", LATER);
    }

    private static Webhooks webhooks(Jdbi database) {
        return new Webhooks(database, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static void subscribe(
            Jdbi database, WebhookId id, AccountId owner, Set<ClaimFact> facts, boolean allDrops) {
        webhooks(database).create(id, owner, new Wish("https://shop.example/", facts, allDrops, true));
    }

    private static List<JsonNode> told(Jdbi database, WebhookId webhook) {
        return database.withHandle(db -> db
                .createQuery("SELECT body FROM webhook_delivery"
                        + " WHERE webhook = :webhook ORDER BY said_at, LENGTH(event), event")
                .bind("webhook", webhook.value())
                .mapTo(String.class)
                .list()
                .stream()
                .map(WebhookProjectionTest::json)
                .toList());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
