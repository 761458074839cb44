package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A class from the workout file to the report: a trainer and two members, each in a browser of their own, on a real node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassJourneyTest {
    private static final String WORKOUT = """
            <workout_file><name>Short one</name><workout>
              <Warmup Duration="60" PowerLow="0.4" PowerHigh="0.7"><textevent timeoffset="14" message="Easy now"/></Warmup>
              <SteadyState Duration="600" Power="1.1"/>
            </workout></workout_file>
            """;

    private Stage stage;
    private Chromium chromium;

    @BeforeAll
    void open() {
        stage = Stage.open();
        chromium = Chromium.open();
        for (var who : List.of("mia", "jonas")) {
            stage.named(who);
        }
        stage.named("robin", "TRAINER");
    }

    @AfterAll
    void close() {
        chromium.close();
        stage.close();
    }

    @Test
    void a_class_is_run_from_the_workout_file_to_the_report() {
        try (var desk = chromium.person();
                var phone = chromium.person(390, 844, ColorScheme.DARK);
                var tablet = chromium.person(820, 1100, ColorScheme.LIGHT)) {
            var trainer = signedIn(desk, "robin");
            announce(trainer);
            var mia = booked(phone, "mia");
            var jonas = booked(tablet, "jonas");
            button(trainer, "Open the lobby").click();
            trainer.waitForURL("**/console/*");
            enter(mia);
            enter(jonas);
            trainer.getByText("2 here").waitFor();

            trainer.keyboard().press("s");
            trainer.getByText("Live", new Page.GetByTextOptions().setExact(true))
                    .waitFor();
            trainer.keyboard().press("2");
            mia.getByText("Hold this pace").waitFor();
            jonas.getByText("Hold this pace").waitFor();
            trainer.getByText("is safe after").waitFor();

            aReloadBringsTheMemberBack(trainer, mia);
            handsStayInOrder(trainer, mia, jonas);
            everybodyIsAsked(trainer, mia, jonas);
            jonas.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "looks", "journey-room.png")));
            eightSecondsWithoutANetwork(trainer, phone, mia);
            trainer.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "looks", "journey-console.png"))
                    .setFullPage(true));

            button(trainer, "Close the class").first().click();
            trainer.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close the class"))
                    .click();
            trainer.getByText("The class is over").waitFor(new Locator.WaitForOptions().setTimeout(40_000));
            mia.getByText("The class is over").waitFor();
            trainer.getByText("See the report").click();
            trainer.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Percentiles"))
                    .waitFor(new Locator.WaitForOptions().setTimeout(30_000));
            trainer.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("mia"))
                    .waitFor();
        }
    }

    @Test
    void a_bad_workout_file_is_refused_with_line_and_element() {
        try (var desk = chromium.person()) {
            var trainer = signedIn(desk, "robin");
            trainer.locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "bad.zwo",
                            "application/xml",
                            WORKOUT.replace("Duration=\"600\"", "Duration=\"ten\"")
                                    .getBytes(StandardCharsets.UTF_8)));
            trainer.getByText("bad.zwo cannot be used.").waitFor();
            assertThat(trainer.locator("db-workout-drop db-notice").textContent())
                    .containsIgnoringCase("line 3")
                    .contains("SteadyState");
        }
    }

    private void announce(Page trainer) {
        trainer.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("short.zwo", "application/xml", WORKOUT.getBytes(StandardCharsets.UTF_8)));
        trainer.getByText("“Short one” is imported.").waitFor();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> trainer.getByLabel("Title").inputValue().equals("Short one"));
        button(trainer, "Schedule the class").click();
        trainer.getByText("“Short one” is scheduled.").waitFor();
        button(trainer, "Open the lobby").waitFor();
    }

    private Page booked(BrowserContext context, String who) {
        var page = signedIn(context, who);
        page.navigate(stage.url() + "/");
        button(page, "Book at home").first().click();
        page.getByText("Booked at home").waitFor();
        return page;
    }

    private static void enter(Page page) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    page.reload();
                    page.getByText("Booked at home").waitFor();
                    return page.getByText("Join", new Page.GetByTextOptions().setExact(true))
                                    .count()
                            > 0;
                });
        page.getByText("Join", new Page.GetByTextOptions().setExact(true)).click();
        button(page, "Join the class").click();
        page.getByText("Connected").waitFor();
    }

    /** No second click: the page goes in by itself, and the trainer's next cue reaches it. */
    private static void aReloadBringsTheMemberBack(Page trainer, Page member) {
        member.reload();
        member.getByText("Rejoined at").waitFor();
        member.getByText("Connected").waitFor();
        trainer.keyboard().press("5");
        member.getByText("Add a little").waitFor();
    }

    private static void handsStayInOrder(Page trainer, Page first, Page second) {
        button(first, "Raise my hand").click();
        first.getByText("Hand is up, number 1").waitFor();
        button(second, "Raise my hand").click();
        second.getByText("Hand is up, number 2").waitFor();
        button(trainer, "Lower the hand of mia").click();
        second.getByText("Hand is up, number 1").waitFor();
        button(trainer, "Lower the hand of jonas").click();
        trainer.getByText("No hand is up.").waitFor();
    }

    private static void everybodyIsAsked(Page trainer, Page first, Page second) {
        trainer.keyboard().press("r");
        button(first, "I'm ready").click();
        trainer.getByText("of 2 answered").waitFor();
        trainer.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Not yet"))
                .getByText("jonas")
                .waitFor();
        button(second, "I'm ready").click();
        trainer.getByText("Everybody has answered.").waitFor();
        button(trainer, "Close the question").click();
    }

    /** Two cues fall into the gap: they are replayed, in order, and neither is lost nor sounds twice. */
    private static void eightSecondsWithoutANetwork(Page trainer, BrowserContext context, Page member) {
        context.setOffline(true);
        member.getByText("Reconnecting…").waitFor(new Locator.WaitForOptions().setTimeout(15_000));
        trainer.keyboard().press("3");
        trainer.getByText("“Shoulders down” is safe").waitFor();
        trainer.keyboard().press("4");
        trainer.getByText("“Halfway there” is safe").waitFor();
        context.setOffline(false);
        var back = member.getByText(Pattern.compile("Rejoined at .*, \\d+ cues? replayed"));
        back.waitFor();
        assertThat(back.textContent()).matches(".*, [2-9] cues replayed.*");
    }

    private Page signedIn(BrowserContext context, String who) {
        var page = context.newPage();
        page.navigate(stage.url() + "/signin");
        page.getByLabel("E-mail").fill(who + "@example.org");
        page.getByLabel("Password").fill(Visitor.PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        page.waitForURL(url -> !url.contains("/signin"));
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
