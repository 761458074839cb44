package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A class from the sign-in to its end by two people who have a keyboard and no mouse, on a real node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardTest {
    private static final String WORKOUT = """
            <workout_file><name>Keys only</name><workout><SteadyState Duration="1200" Power="0.8"/></workout></workout_file>
            """;

    private Stage stage;
    private Chromium chromium;

    @BeforeAll
    void open() {
        stage = Stage.open();
        chromium = Chromium.open();
        stage.named("mia");
        stage.named("robin", "TRAINER");
    }

    @AfterAll
    void close() {
        chromium.close();
        stage.close();
    }

    @Test
    void a_class_is_run_and_taken_part_in_with_the_keyboard_alone() {
        try (var desk = chromium.person();
                var home = chromium.person()) {
            var trainer = desk.newPage();
            var robin = new Keyboard(trainer);
            signIn(trainer, robin, "robin");
            theSkipLinkPassesTheHeader(robin);
            aWorkoutIsImported(trainer, robin);
            aClassIsScheduled(trainer, robin);

            var member = home.newPage();
            var mia = new Keyboard(member);
            signIn(member, mia, "mia");
            aPlaceIsBooked(member, mia);

            robin.tabBackTo("Open the lobby").press("Enter");
            trainer.waitForURL("**/console/*");
            aMemberJoins(member, mia);
            theClassIsStartedPausedAndResumed(trainer, robin);
            wordsAreSaid(trainer, robin, member);
            aQuestionIsAnswered(trainer, robin, mia);
            aHandGoesUpAndDown(trainer, robin, mia);
            theClassIsClosed(trainer, robin);
            mia.isOn("Well done");
        }
    }

    private void signIn(Page page, Keyboard keys, String who) {
        page.navigate(stage.url() + "/signin");
        heading(page, "Sign in").waitFor();
        keys.tabTo("E-mail")
                .type(who + "@example.org")
                .press("Tab")
                .type("not the password")
                .press("Enter");
        page.getByRole(AriaRole.ALERT).waitFor();
        keys.isOn("Password");
        keys.press("Control+A").type(Visitor.PASSWORD).press("Enter");
        page.waitForURL(url -> !url.contains("/signin"));
        heading(page, who.equals("mia") ? "Move on the same beat" : "Your classes")
                .waitFor();
    }

    private static void theSkipLinkPassesTheHeader(Keyboard keys) {
        keys.press("Tab");
        keys.isOn("Skip to the page");
        keys.press("Enter", "Tab");
        keys.isOn("Choose a workout file");
    }

    private static void aWorkoutIsImported(Page page, Keyboard keys) {
        var chooser = page.waitForFileChooser(() -> keys.press("Enter"));
        chooser.setFiles(new FilePayload("keys.zwo", "application/xml", WORKOUT.getBytes(StandardCharsets.UTF_8)));
        page.getByText("“Keys only” is imported.").waitFor();
        keys.isOn("Choose a workout file");
    }

    private static void aClassIsScheduled(Page page, Keyboard keys) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> page.getByLabel("Title").inputValue().equals("Keys only"));
        keys.tabTo("Title").tabTo("Schedule the class").press("Enter");
        page.getByText("“Keys only” is scheduled.").waitFor();
        keys.isOn("Schedule the class");
        button(page, "Open the lobby").waitFor();
        keys.tabBackTo("Cancel: Keys only").press("Enter");
        keys.isOn("Keep it");
        keys.press("Escape");
        keys.isOn("Cancel: Keys only");
    }

    private static void aPlaceIsBooked(Page page, Keyboard keys) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    page.reload();
                    heading(page, "Move on the same beat").waitFor();
                    page.getByText("Keys only")
                            .or(page.getByText("No class is announced"))
                            .first()
                            .waitFor();
                    return button(page, "Book at home").count() > 0;
                });
        keys.tabTo("Book at home").press("Enter");
        keys.isOn("Booked at home");
    }

    private static void aMemberJoins(Page page, Keyboard keys) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    page.reload();
                    page.getByText("Booked at home").waitFor();
                    return page.getByText("Join", new Page.GetByTextOptions().setExact(true))
                                    .count()
                            > 0;
                });
        keys.tabTo("Join").press("Enter");
        button(page, "Join the class").waitFor();
        keys.tabTo("Join the class").press("Enter");
        page.getByText("Connected").waitFor();
        assertThat(keys.focus()).isNotEqualTo("nothing");
    }

    private static void theClassIsStartedPausedAndResumed(Page page, Keyboard keys) {
        page.getByText("1 here").waitFor();
        keys.tabTo("Start the class").press("Enter");
        page.getByText("Live", new Page.GetByTextOptions().setExact(true)).waitFor();
        keys.isOn("Pause");
        keys.press("Space");
        keys.isOn("Resume");
        keys.press("p");
        keys.isOn("Pause");
    }

    private static void wordsAreSaid(Page page, Keyboard keys, Page member) {
        keys.tabTo("Hold this pace").press("Space");
        page.getByText("“Hold this pace” is safe").waitFor();
        member.getByText("Hold this pace").waitFor();
        keys.isOn("Hold this pace");
        keys.press("5");
        page.getByText("“Add a little” is safe").waitFor();
        keys.tabTo("Say something else").type("Sip 3 times, please").press("Enter");
        page.getByText("“Sip 3 times, please” is safe").waitFor();
        keys.isOn("Say something else");
        assertThat(page.getByText("Live", new Page.GetByTextOptions().setExact(true))
                        .count())
                .as("a key that is typed runs nothing")
                .isOne();
    }

    private static void aQuestionIsAnswered(Page page, Keyboard trainer, Keyboard member) {
        trainer.tabTo("Ready?").press("Enter");
        member.tabTo("I'm ready").press("Enter");
        member.isOn("Ready? Answered, thank you.");
        page.getByText("Everybody has answered.").waitFor();
        trainer.tabTo("Close the question").press("Enter");
        trainer.isOn("Ask the class");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(member.focus()).isNotEqualTo("Ready? Answered, thank you."));
        assertThat(member.focus()).isNotEqualTo("nothing");
    }

    private static void aHandGoesUpAndDown(Page page, Keyboard trainer, Keyboard member) {
        member.tabTo("Raise my hand").press("Enter");
        member.isOn("Hand is up, number 1");
        trainer.tabTo("Lower the hand of mia").press("Enter");
        page.getByText("No hand is up.").waitFor();
        trainer.isOn("Hands");
        member.isOn("Raise my hand");
    }

    private static void theClassIsClosed(Page page, Keyboard keys) {
        keys.tabTo("Close the class").press("Enter");
        keys.isOn("Keep it");
        keys.press("Escape");
        keys.isOn("Close the class");
        keys.press("Enter");
        keys.isOn("Keep it");
        keys.press("Tab", "Enter");
        page.getByText("The class is over").waitFor(new Locator.WaitForOptions().setTimeout(40_000));
        keys.isOn("The class is over");
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
