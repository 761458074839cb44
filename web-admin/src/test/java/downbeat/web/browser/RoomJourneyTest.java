package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import downbeat.web.stage.Alone;
import downbeat.web.stage.MediaFiles;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member's devices in a class on a real node: what one does, the others and the trainer see. */
@Alone
class RoomJourneyTest {
    /** Writes down how the phone shakes. */
    private static final String HAND = """
            window.felt = [];
            Object.defineProperty(Navigator.prototype, 'vibrate', { value: (pattern) => felt.push(pattern) });
            """;

    /** A screen whose locks are counted; {@code lose} is what happens when a page is hidden and looked at again. */
    private static final String SCREEN = """
            window.screens = { on: 0, asked: 0, lock: null, lose() { this.lock.release(); document.dispatchEvent(new Event('visibilitychange')); } };
            Object.defineProperty(Navigator.prototype, 'wakeLock', { value: { request: async () => {
              const lock = { released: false, async release() { if (!lock.released) screens.on -= 1; lock.released = true; } };
              screens.on += 1;
              screens.asked += 1;
              return (screens.lock = lock);
            } } });
            """;

    private Chromium chromium;
    private Ride ride;

    @BeforeEach
    void open() {
        chromium = Chromium.open();
        ride = Ride.announced();
    }

    @AfterEach
    void close() {
        chromium.close();
        ride.close();
    }

    @Test
    void a_question_answered_on_the_phone_is_not_asked_on_the_television_any_more() {
        ride.begin();
        try (var phone = chromium.person();
                var television = chromium.person()) {
            var small = ride.joined(phone);
            var large = ride.joined(television);
            ride.control("ask", Map.of("cueId", "a-1", "question", "Ready?", "answer", "READY"));
            button(large, "I'm ready").waitFor();
            button(small, "I'm ready").click();
            large.getByText("Answered, thank you.").waitFor();
            assertThat(button(large, "I'm ready").count()).isZero();

            large.reload();
            large.getByText("Answered, thank you.").waitFor();
            ride.control("ask", Map.of("cueId", "a-2", "question", "Still ready?", "answer", "READY"));
            button(large, "I'm ready").waitFor();
        }
    }

    @Test
    void when_the_live_check_is_over_the_room_says_what_is_to_be_done() {
        ride.trainer().post(ride.path() + "/lobby").expecting(200);
        ride.control("check", Map.of());
        try (var phone = chromium.person()) {
            var heading = ride.joined(phone).locator("db-stage .what");
            heading.getByText("Live check").waitFor();
            ride.control("endCheck", Map.of());
            heading.getByText("Steady").waitFor();
            assertThat(heading.getByText("Live check").count()).isZero();
        }
    }

    @Test
    void who_saves_data_does_so_after_a_reload_too_and_the_trainer_sees_that_and_who_has_left() {
        ride.begin();
        try (var phone = chromium.person();
                var desk = chromium.person()) {
            var console = console(desk);
            var room = ride.joined(phone);
            room.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Save data"))
                    .check();
            room.getByText("since data is being saved").waitFor();
            room.reload();
            room.getByText("since data is being saved").waitFor();
            var mia = console.locator("db-roster tbody tr");
            mia.getByText("Sound first").waitFor();
            mia.getByText("data is being saved").waitFor();

            button(room, "Leave").click();
            mia.getByText(", away").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            console.waitForFunction("""
                    () => { const { gauge } = document.querySelector('db-page-live').session;
                      return gauge.members.every(({ rung }) => rung !== 'FULL' && rung !== 'AUDIO_FIRST'); }""");
            assertThat(mia.getByText("On its own").count()).isZero();
        }
    }

    @Test
    void a_trainers_hand_feels_a_raised_one_and_a_tap_that_is_safe_unless_less_motion_is_wanted() {
        ride.begin();
        try (var phone = chromium.person();
                var desk = chromium.person()) {
            desk.addInitScript(HAND);
            var console = console(desk);
            var room = ride.joined(phone);
            button(room, "Raise my hand").click();
            console.waitForFunction("() => felt.length === 1 && felt[0].length === 3");
            button(console, "Hold this pace").click();
            console.waitForFunction("() => felt.length === 2 && felt[1].length === 1");
            console.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            button(console, "Ease off").click();
            console.getByText("“Ease off” is safe").waitFor();
            assertThat(console.evaluate("felt.length")).isEqualTo(2);
        }
    }

    @Test
    void the_screens_stay_on_until_the_class_is_over() {
        ride.begin();
        try (var phone = chromium.person();
                var desk = chromium.person()) {
            desk.addInitScript(SCREEN);
            phone.addInitScript(SCREEN);
            var console = console(desk);
            var room = ride.joined(phone);
            console.waitForFunction("() => screens.on === 1");
            room.waitForFunction("() => screens.on === 1");
            console.evaluate("screens.lose()");
            console.waitForFunction("() => screens.on === 1 && screens.asked === 2");
            ride.control("close", Map.of());
            console.getByText("The class is over").waitFor();
            console.waitForFunction("() => screens.on === 0");
            room.waitForFunction("() => screens.on === 0");
        }
    }

    @Test
    void from_the_close_one_tap_leads_into_the_class_that_follows_with_sound_on() {
        var following = ride.followedBy("Ten minutes of stretching");
        ride.begin();
        try (var phone = chromium.person(360, 780, ColorScheme.LIGHT)) {
            var room = ride.joined(phone);
            ride.control("close", Map.of());
            room.getByText("Next class").waitFor();
            var keyboard = new Keyboard(room).tabTo("Go to “Ten minutes of stretching”");
            assertThat(room.getByRole(AriaRole.TIMER, new Page.GetByRoleOptions().setName("Time until it starts"))
                            .textContent())
                    .matches("\\d+:\\d\\d(:\\d\\d)?");
            keyboard.press("Enter");
            room.waitForURL(url -> url.endsWith("/room/" + following));
            room.getByText("Connected").waitFor();
            room.getByText("The class starts soon").first().waitFor();
            assertThat(room.evaluate("document.querySelector('db-page-room').sound.audible"))
                    .isEqualTo(true);
        }
    }

    @Test
    void repetitions_are_aimed_at_and_counted_as_they_are_confirmed() {
        ride.upload("REPS&name=Squats.json", "application/json", MediaFiles.reps("Squat", 12, 0));
        ride.begin();
        try (var phone = chromium.person()) {
            var room = ride.joined(phone);
            room.getByText("0 of 12 confirmed").last().waitFor();
            ride.control("ask", Map.of("cueId", "a-1", "question", "How many reps?", "answer", "REPS"));
            room.getByLabel("How many reps?").fill("9");
            button(room, "Send").click();
            room.getByText("9 of 12 confirmed").last().waitFor();
            room.reload();
            room.getByText("9 of 12 confirmed").last().waitFor();
        }
    }

    private Page console(BrowserContext desk) {
        var page = desk.newPage();
        Ride.signIn(page, ride.url(), "robin");
        page.navigate(ride.url() + "/console/" + ride.classId());
        page.getByText("Cue to action").waitFor();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
