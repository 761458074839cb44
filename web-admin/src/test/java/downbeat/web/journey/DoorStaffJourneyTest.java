package downbeat.web.journey;

import static downbeat.web.stage.PopUpBodies.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Volunteers at the door who have no account, the box office there, and tickets that change hands. */
class DoorStaffJourneyTest {
    private static final String SESSION = "/api/v1/door-session";

    private static HandClock clock;
    private static Stage stage;
    private static Visitor omar;
    private static Visitor stranger;

    @BeforeAll
    static void open() {
        clock = new HandClock();
        stage = Stage.open("downbeat.http.rate-limits = off", clock);
        omar = stage.organizer("omar");
        stranger = stage.anonymous();
    }

    /** Sessions end while tests let the time pass. */
    @BeforeEach
    void signIn() {
        omar = Visitor.signedIn(stage.url(), "omar@example.org", Visitor.PASSWORD);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void a_volunteer_without_an_account_scans_until_the_device_is_revoked() {
        var mia = stage.wellKnown("staff-mia");
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id;
        var pass = PopUpBodies.pass(mia, id, PopUpBodies.bought(mia, id, "bike"));
        var phone = PopUpBodies.device(omar, id);
        var tablet = PopUpBodies.device(omar, id);
        omar.post(path + "/open").expecting(200);

        var ana = PopUpBodies.atDoor(stranger, omar, id, phone, false);
        var session = ana.get(SESSION).expecting(200).json();
        assertThat(session.get("popUp").asText()).isEqualTo(id);
        assertThat(session.get("device").asText()).isEqualTo(phone);
        assertThat(session.get("name").asText()).isEqualTo("Phone of Ana");
        assertThat(Instant.parse(session.get("expiresAt").asText()))
                .as("a day after the end")
                .isEqualTo("2198-12-02T19:00:00Z");
        assertThat(ana.get("/api/v1/session").json().get("account").isNull())
                .as("no account comes with it")
                .isTrue();

        assertThat(scan(ana, path, pass, "n-1", phone).get("admitted").asBoolean())
                .isTrue();
        ana.post(path + "/tickets/1/settle").expecting(204);
        assertThat(ana.get(path + "/attendees?q=MIA")
                        .json()
                        .at("/items/0/settlement")
                        .asText())
                .isEqualTo("PAID");
        assertThat(ana.post(path + "/scans", PopUpBodies.scan(pass, "n-2", tablet))
                        .expecting(403)
                        .problem())
                .isEqualTo("not-your-device");
        var against = PopUpBodies.scan(pass, "n-3", phone);
        against.put("override", "She says so.");
        assertThat(ana.post(path + "/scans", against).expecting(403).problem()).isEqualTo("supervisor-required");
        var lead = PopUpBodies.atDoor(stranger, omar, id, phone, true);
        assertThat(lead.post(path + "/scans", against)
                        .expecting(200)
                        .json()
                        .get("reason")
                        .asText())
                .isEqualTo("OVERRIDDEN");
        audited("scanPass", phone, omar.account());

        omar.delete(path + "/devices/" + phone).expecting(204);
        assertThat(ana.get(path + "/door").expecting(403).problem()).isEqualTo("device-is-revoked");
        assertThat(lead.post(path + "/scans", PopUpBodies.scan(pass, "n-4", phone))
                        .expecting(403)
                        .problem())
                .isEqualTo("device-is-revoked");
        ana.get(SESSION).expecting(404);
        assertThat(omar.post(path + "/devices/" + phone + "/invitation", Map.of())
                        .expecting(403)
                        .problem())
                .isEqualTo("device-is-revoked");
        var before = PopUpBodies.offline(pass, "o-1", phone, "ALREADY_INSIDE");
        var after = PopUpBodies.offline(pass, "o-2", phone, "ALREADY_INSIDE");
        after.put("at", clock.instant().toString());
        assertThat(ana.post(path + "/scans/offline", Map.of("scans", List.of(before, after)))
                        .expecting(200)
                        .json()
                        .get("answers")
                        .findValuesAsText("fate"))
                .as("what it scanned before it was revoked has happened")
                .containsExactly("KEPT", "DEVICE_REVOKED");
    }

    private static JsonNode scan(Visitor who, String path, String pass, String nonce, String device) {
        return who.post(path + "/scans", PopUpBodies.scan(pass, nonce, device))
                .expecting(200)
                .json();
    }

    private static void audited(String action, String device, String account) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(trail())
                        .anyMatch(row -> row.get("action").asText().equals(action)
                                && row.get("device").asText().equals(device)
                                && row.get("account").asText().equals(account)));
    }

    private static List<JsonNode> trail() {
        var rows = stage.admin()
                .get("/api/v1/audit?limit=500")
                .expecting(200)
                .json()
                .get("items");
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    @Test
    void an_invitation_is_taken_once_and_in_a_quarter_of_an_hour() {
        var id = PopUpBodies.published(omar);
        var phone = PopUpBodies.device(omar, id);
        var code = Map.of("code", PopUpBodies.invitation(omar, id, phone, false));
        var first = stranger.post(SESSION, code, "my-try").expecting(201);
        assertThat(first.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/api/");
        stranger.keeping(stranger.post(SESSION, code, "my-try").expecting(201))
                .get(SESSION)
                .expecting(200);
        assertThat(stranger.post(SESSION, code, "another-try").expecting(410).problem())
                .isEqualTo("invitation-used");
        var late = Map.of("code", PopUpBodies.invitation(omar, id, phone, false));
        clock.pass(Duration.ofMinutes(15));
        assertThat(stranger.post(SESSION, late).expecting(410).problem()).isEqualTo("invitation-expired");
        stranger.post(SESSION, Map.of("code", "i-made-up")).expecting(404);
        audited("openDoorSession", phone, omar.account());
        assertThat(trail().toString()).as("codes are no business of the trail").doesNotContain(code.get("code"));
    }

    @Test
    void of_many_who_take_one_invitation_one_has_it() {
        var id = PopUpBodies.published(omar);
        var code = Map.of("code", PopUpBodies.invitation(omar, id, PopUpBodies.device(omar, id), false));
        var statuses = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> stranger.post(SESSION, code).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(201, 410, 410, 410, 410, 410, 410, 410);
    }

    @Test
    void the_last_places_go_to_walk_ins_or_bookings_and_only_a_supervisor_sells_beyond() {
        var form = PopUpBodies.form("capacity", 2);
        form.put("kinds", List.of(PopUpBodies.kind("free", "FREE", 2, 0)));
        var id = PopUpBodies.published(omar, form);
        var path = ALL + "/" + id;
        var phone = PopUpBodies.device(omar, id);
        var staff = PopUpBodies.atDoor(stranger, omar, id, phone, false);
        var guests =
                IntStream.range(0, 4).mapToObj(i -> stage.named("walk-" + i)).toList();
        assertThat(staff.post(path + "/walk-ins", PopUpBodies.walkIn("early", "free", phone))
                        .expecting(409)
                        .problem())
                .isEqualTo("wrong-phase");
        omar.post(path + "/open").expecting(200);

        var walked = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> staff.post(path + "/walk-ins", PopUpBodies.walkIn("w-" + i, "free", phone))))
                .toList();
        var booked = guests.stream()
                .map(guest -> CompletableFuture.supplyAsync(
                        () -> guest.post(path + "/holds", Map.of("kind", "free", "count", 1))))
                .toList();
        long in = walked.stream()
                .map(CompletableFuture::join)
                .filter(r -> r.status() == 200)
                .count();
        long held = booked.stream()
                .map(CompletableFuture::join)
                .filter(r -> r.status() == 201)
                .count();
        assertThat(in + held).as("sold or held").isEqualTo(2);
        var places = omar.get(path).json().get("places");
        assertThat(places.get("left").asInt()).isZero();
        assertThat(places.get("sold").asLong()).isEqualTo(in);

        var beyond = PopUpBodies.walkIn("beyond", "free", phone);
        beyond.put("override", "He carries the music.");
        assertThat(staff.post(path + "/walk-ins", beyond).expecting(403).problem())
                .isEqualTo("supervisor-required");
        var lead = PopUpBodies.atDoor(stranger, omar, id, phone, true);
        var sold = lead.post(path + "/walk-ins", beyond).expecting(200).json();
        assertThat(sold.get("admitted").asBoolean()).isTrue();
        assertThat(lead.post(path + "/walk-ins", beyond).expecting(200).json())
                .as("the same walk-in again is the same ticket")
                .isEqualTo(sold);
        assertThat(omar.get(path).json().at("/places/sold").asLong()).isEqualTo(in + 1);
        assertThat(omar.get(path + "/door").json().at("/all/inside").asLong()).isEqualTo(in + 1);
        audited("walkIn", phone, omar.account());
    }

    @Test
    void a_ticket_given_away_lets_in_its_new_holder_only() {
        var mia = stage.wellKnown("give-mia");
        var noah = stage.wellKnown("give-noah");
        var zoe = stage.wellKnown("give-zoe");
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id;
        var ticket = PopUpBodies.bought(mia, id, "free");
        var old = PopUpBodies.pass(mia, id, ticket);
        var offered = mia.post(path + "/tickets/" + ticket + "/transfer")
                .expecting(200)
                .json();
        Map<String, Object> code = Map.of("code", offered.get("code").asText());
        assertThat(offered.get("url").asText()).isEqualTo("/pop-ups/" + id + "/take#" + code.get("code"));
        zoe.post(path + "/tickets/" + ticket + "/transfer").expecting(404);

        var had = noah.post(path + "/transfers", code).expecting(200).json();
        assertThat(had.at("/tickets/0/id").asText()).isEqualTo(ticket);
        assertThat(noah.post(path + "/transfers", code).expecting(200).json())
                .as("an answer that was lost is had again")
                .isEqualTo(had);
        assertThat(zoe.post(path + "/transfers", code).expecting(410).problem()).isEqualTo("transfer-over");
        mia.get(path + "/tickets/" + ticket + "/pass").expecting(404);

        var phone = PopUpBodies.device(omar, id);
        omar.post(path + "/open").expecting(200);
        assertThat(scan(omar, path, old, "n-1", phone).get("reason").asText()).isEqualTo("REPLACED");
        assertThat(scan(omar, path, PopUpBodies.pass(noah, id, ticket), "n-2", phone)
                        .at("/holder/name")
                        .asText())
                .isEqualTo("give-noah");
    }

    @Test
    void an_offered_ticket_is_good_for_a_day_and_at_its_own_pop_up() {
        var mia = stage.wellKnown("late-mia");
        var noah = stage.wellKnown("late-noah");
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id;
        var ticket = PopUpBodies.bought(mia, id, "free");
        Map<String, Object> code = Map.of(
                "code",
                mia.post(path + "/tickets/" + ticket + "/transfer")
                        .expecting(200)
                        .json()
                        .get("code")
                        .asText());
        noah.post(ALL + "/" + PopUpBodies.published(omar) + "/transfers", code).expecting(410);
        clock.pass(Duration.ofDays(1));
        var later = Visitor.signedIn(stage.url(), "late-noah@example.org", Visitor.PASSWORD);
        assertThat(later.post(path + "/transfers", code).expecting(410).problem())
                .isEqualTo("transfer-over");
    }

    @Test
    void a_place_given_back_or_taken_back_goes_to_who_waits() {
        var mia = stage.wellKnown("back-mia");
        var noah = stage.wellKnown("back-noah");
        var id = PopUpBodies.published(omar, PopUpBodies.onePlace());
        var path = ALL + "/" + id;
        var ticket = PopUpBodies.bought(mia, id, "free");
        noah.post(path + "/waiting", Map.of("kind", "free")).expecting(201);
        mia.post(path + "/tickets/" + ticket + "/cancel").expecting(200);
        var hers = noah.post(path + "/offer/accept")
                .expecting(200)
                .json()
                .at("/tickets/0/id")
                .asText();
        assertThat(hers).isNotEqualTo(ticket);
        omar.post(path + "/tickets/" + hers + "/revoke", Map.of("reason", "The bike is broken."))
                .expecting(200);
        assertThat(noah.get(path).json().at("/mine/tickets/0/validity").asText())
                .isEqualTo("REVOKED");
        assertThat(omar.get(path).json().at("/places/left").asInt()).isEqualTo(1);
    }
}
