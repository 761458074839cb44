package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A class and its room: somebody stays at home after all, somebody is let in at the door, and all look at the stage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HybridJourneyTest {
    private static final String WORKOUT = """
            <workout_file><name>Short one</name><workout>
              <Warmup Duration="60" PowerLow="0.4" PowerHigh="0.7"/><SteadyState Duration="600" Power="1.1"/>
            </workout></workout_file>
            """;

    private Stage stage;
    private Chromium chromium;
    private Visitor omar;
    private Visitor mia;
    private String ride;
    private String room;

    @BeforeAll
    void open() {
        stage = Stage.open();
        chromium = Chromium.open();
        omar = stage.organizer("omar");
        mia = stage.named("mia");
        var plan = omar.send("POST", "/api/v1/cue-plans?name=short.zwo", WORKOUT.getBytes(StandardCharsets.UTF_8))
                .expecting(201)
                .json();
        var body = Workouts.classBody();
        body.put("planId", plan.get("id").asText());
        ride = omar.post("/api/v1/classes", body).expecting(201).header("Location");
        omar.post(ride + "/schedule").expecting(200);
        room = PopUpBodies.ALL + "/" + PopUpBodies.published(omar, form());
    }

    /** Within the half hour before the start, so that the doors open at once. */
    private Map<String, Object> form() {
        var form = PopUpBodies.form("linkedClass", ride.substring(ride.lastIndexOf('/') + 1));
        form.put(
                "start",
                LocalDateTime.now(ZoneId.of("Europe/Berlin"))
                        .plusMinutes(20)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        return form;
    }

    @AfterAll
    void close() {
        chromium.close();
        stage.close();
    }

    @Test
    void the_room_looks_at_the_stage_while_a_member_stays_at_home() {
        var noah = stage.named("noah");
        var id = room.substring(room.lastIndexOf('/') + 1);
        PopUpBodies.bought(noah, id, "free");
        var ticket = PopUpBodies.bought(mia, id, "free");
        try (var pocket = chromium.person(360, 780, ColorScheme.LIGHT);
                var hall = chromium.person(1920, 1080, ColorScheme.DARK)) {
            staysAtHome(pocket.newPage());
            var screen = hall.newPage();
            Ride.signIn(screen, stage.url(), "omar");
            screen.navigate(stage.url() + "/pop-ups/" + id + "/stage");
            screen.getByText("Starts in").waitFor();

            omar.post(ride + "/lobby").expecting(200);
            screen.getByText("Connected").waitFor();
            comesIn(id, ticket);
            screen.getByText("1 in the room, 0 online").waitFor();
            try (var device = LiveDevice.join(noah, ride)) {
                screen.getByText("1 in the room, 1 online").waitFor();
                control("start", Map.of());
                screen.getByText("Warm-up").first().waitFor();
                counts(screen, "In the room", "1");
                counts(screen, "Online", "1");
                assertThat(screen.getByRole(AriaRole.TIMER).textContent()).matches("1:00|0:\\d\\d");
                says(screen, "t-1", "Hold this pace");
                screen.screenshot(
                        new Page.ScreenshotOptions().setPath(Path.of("target", "looks", "journey-stage.png")));
                withoutANetwork(screen, hall::setOffline);
                says(screen, "t-2", "Back on the beat");
                assertThat(device.connected().at("/roster/members"))
                        .as("the screen is nobody")
                        .hasSize(1);
                control("close", Map.of());
                screen.getByText("Well done").first().waitFor(new Locator.WaitForOptions().setTimeout(40_000));
            }
        }
    }

    private void staysAtHome(Page page) {
        Ride.signIn(page, stage.url(), "noah");
        page.navigate(stage.url() + room.substring("/api/v1".length()));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take part online instead"))
                .click();
        page.getByText("You take part online now").waitFor();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Come to the room instead"))
                .first()
                .waitFor();
        page.navigate(stage.url() + "/room/" + ride.substring(ride.lastIndexOf('/') + 1));
        page.getByText("Its room: Market hall").waitFor();
    }

    private void comesIn(String id, String ticket) {
        var pass = PopUpBodies.pass(mia, id, ticket);
        omar.post(room + "/scans", PopUpBodies.scan(pass, "n-1", PopUpBodies.device(omar, id)))
                .expecting(200);
    }

    private void control(String verb, Map<String, Object> body) {
        omar.post(ride + "/control", Map.of(verb, body)).expecting(200);
    }

    private void says(Page screen, String cue, String words) {
        control("cue", Map.of("cueId", cue, "verb", "SAY", "text", words, "showMs", 20_000));
        screen.locator("db-said").getByText(words).waitFor();
    }

    /** The class goes on from its plan, and the screen comes back by itself. */
    private static void withoutANetwork(Page screen, Consumer<Boolean> offline) {
        offline.accept(true);
        screen.getByText("No connection.").waitFor();
        assertThat(List.of(screen.getByRole(AriaRole.TIMER).textContent())).doesNotContain("");
        offline.accept(false);
        screen.getByText("Connected").waitFor();
    }

    private static void counts(Page screen, String what, String number) {
        screen.locator("db-stage-side dl div")
                .filter(new Locator.FilterOptions().setHasText(what))
                .getByText(number, new Locator.GetByTextOptions().setExact(true))
                .waitFor();
    }
}
