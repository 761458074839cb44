package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A drop from the close of its class to the counter: claimed in the room with one tap, packed, and handed over once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterJourneyTest {
    private Stage stage;
    private Chromium chromium;
    private Visitor omar;
    private String ride;
    private String hall;
    private String drop;

    @BeforeAll
    void open() {
        stage = Stage.open();
        chromium = Chromium.open();
        omar = stage.organizer("omar");
        ride = omar.post("/api/v1/classes", Workouts.classBody()).expecting(201).header("Location");
        omar.post(ride + "/schedule").expecting(200);
        hall = PopUpBodies.published(omar, room());
        drop = omar.post("/api/v1/drops", composed(1500, hall))
                .expecting(201)
                .json()
                .get("dropId")
                .asText();
        omar.post("/api/v1/drops/" + drop + "/announce").expecting(200);
        stage.named("mia").post(ride + "/bookings", Map.of("place", "ONLINE")).expecting(201);
    }

    private Map<String, Object> room() {
        var form = PopUpBodies.form("linkedClass", last(ride));
        form.put("start", local(20));
        return form;
    }

    private Map<String, Object> composed(int price, String point) {
        return Map.of(
                "title",
                "After the ride",
                "classId",
                last(ride),
                "components",
                List.of(Map.of("id", "shirt", "name", "Shirt")),
                "bundles",
                List.of(Map.of(
                        "id",
                        "set",
                        "name",
                        "Finisher set",
                        "price",
                        Map.of("minor", price, "currency", "EUR"),
                        "contents",
                        Map.of("shirt", 1))),
                "points",
                List.of(Map.of(
                        "point",
                        point,
                        "stock",
                        Map.of("shirt", 3),
                        "windows",
                        List.of(Map.of("id", "w1", "start", local(-10), "minutes", 240, "capacity", 10)))),
                "perMember",
                1,
                "eligibility",
                Map.of("percent", 0),
                "timing",
                Map.of("openMinutes", 60, "holdMinutes", 10, "graceMinutes", 30));
    }

    private static String local(int minutes) {
        return LocalDateTime.now(ZoneId.of("Europe/Berlin"))
                .plusMinutes(minutes)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @AfterAll
    void close() {
        chromium.close();
        stage.close();
    }

    @Test
    void what_is_claimed_in_the_room_is_collected_at_the_counter_once() {
        try (var phone = chromium.person(390, 844, ColorScheme.DARK);
                var desk = chromium.person()) {
            omar.post(ride + "/lobby").expecting(200);
            omar.post(ride + "/control", Map.of("start", Map.of())).expecting(200);
            var mia = inTheRoom(phone.newPage());
            omar.post(ride + "/control", Map.of("close", Map.of())).expecting(200);
            var code = claimed(mia);

            var counter = desk.newPage();
            Ride.signIn(counter, stage.url(), "omar");
            counter.navigate(stage.url() + "/pop-ups/" + hall + "/counter");
            button(counter, "Ready: Finisher set of mia").click();
            counter.getByText("0 to pack, 1 ready, 0 collected").waitFor();
            mia.navigate(stage.url() + "/wallet");
            mia.getByText("Ready to collect").waitFor();
            shown(counter, code.toLowerCase(Locale.ROOT));
            verdict(counter, "Payment due").waitFor();
            button(counter, "€15.00 is paid: hand it over").click();
            verdict(counter, "Hand over").waitFor();
            verdict(counter, "1 × Shirt").waitFor();
            counter.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "looks", "journey-counter.png")));
            shown(counter, code);
            verdict(counter, "Collected already").waitFor();
            button(counter, "Add up").click();
            counter.getByText("The books add up.").waitFor();
            counter.getByText("2 must be left").waitFor();

            mia.navigate(stage.url() + "/drops/" + drop);
            mia.getByText("€15.00 paid at the counter").waitFor();
            counter.navigate(stage.url() + "/drops/" + drop + "/edit");
            counter.getByText("Collected · Market hall · €15.00 paid at the counter")
                    .waitFor();
        }
    }

    /** Nothing is to be paid, so that seeing the code is enough. */
    @Test
    void a_code_that_the_camera_sees_is_handed_over_once_and_told_of_when_it_is_seen_again() throws IOException {
        var tent = PopUpBodies.published(omar, PopUpBodies.form("start", local(20)));
        var gift = omar.post("/api/v1/drops", gift(tent))
                .expecting(201)
                .json()
                .get("dropId")
                .asText();
        for (var step : List.of("announce", "open")) {
            omar.post("/api/v1/drops/" + gift + "/" + step).expecting(200);
        }
        var noah = stage.wellKnown("noah");
        var claim = noah.post(
                        "/api/v1/drops/" + gift + "/claims", Map.of("bundle", "set", "point", tent, "window", "w1"))
                .expecting(201)
                .json();
        var film = Files.createTempFile("code", ".y4m");
        Files.write(
                film,
                MediaFiles.heldUp(
                        noah.get(claim.get("picture").asText()).expecting(200).bytes()));
        try (var camera = Chromium.open(
                        "--use-fake-ui-for-media-stream",
                        "--use-fake-device-for-media-stream",
                        "--use-file-for-fake-video-capture=" + film);
                var desk = camera.person()) {
            var counter = desk.newPage();
            Ride.signIn(counter, stage.url(), "omar");
            counter.navigate(stage.url() + "/pop-ups/" + tent + "/counter");
            button(counter, "Ready: Finisher set of noah").click();
            button(counter, "Read with the camera").click();
            verdict(counter, "Hand over").waitFor();
            verdict(counter, "Collected already").waitFor();
            button(counter, "Switch the camera off").click();
        }
        Files.delete(film);
        var now = noah.get("/api/v1/drops/" + gift).expecting(200).json().at("/mine/claims/0");
        assertThat(now.get("status").asText()).isEqualTo("HANDED_OVER");
    }

    private Map<String, Object> gift(String point) {
        var form = new HashMap<>(composed(0, point));
        form.keySet().removeAll(Set.of("classId", "eligibility"));
        return form;
    }

    private Page inTheRoom(Page page) {
        Ride.signIn(page, stage.url(), "mia");
        page.navigate(stage.url() + "/room/" + last(ride));
        button(page, "Join the class").click();
        page.getByText("Connected").waitFor();
        return page;
    }

    /** One tap, without leaving the room; her code. */
    private String claimed(Page page) {
        button(page, "Claim it: Finisher set").click(new Locator.ClickOptions().setTimeout(60_000));
        var code = page.locator("db-drop-claim .code");
        code.waitFor();
        assertThat(page.url()).contains("/room/");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "looks", "journey-drop.png")));
        return code.textContent();
    }

    private static void shown(Page counter, String code) {
        counter.getByLabel("Scan or type a pickup code").fill(code);
        counter.keyboard().press("Enter");
    }

    private static Locator verdict(Page page, String words) {
        return page.locator("db-counter-verdict").getByText(words).first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
