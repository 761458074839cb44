package downbeat.web.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a member hears and answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomTest {
    /** A planned cue comes over the wire this long before its time, ms. */
    private static final double AHEAD = 3000;
    /** The clock of the test and the clock of the page are compared over a socket through the test's own process. */
    private static final double HONEST_MS = 40;

    /** Writes down what is spoken and which tones are laid where on the audio clock, as instants in ms of the epoch. */
    private static final String EARS = """
            window.heard = { spoken: [], tones: [] };
            const now = () => performance.timeOrigin + performance.now();
            speechSynthesis.speak = ({ text }) => text && heard.spoken.push({ text, at: now() });
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (when) {
              const { contextTime, performanceTime } = this.context.getOutputTimestamp();
              heard.tones.push({ pitch: this.frequency.value, laidAt: now(), at: performance.timeOrigin + performanceTime + (when - contextTime) * 1000 });
              return start.call(this, when);
            };
            """;

    /** Audio as a browser has it that lets nothing sound before a click; the driver's own reads count as clicks in Chromium. */
    private static final String DEAF_UNTIL_A_CLICK = """
            let clicked = false;
            addEventListener('pointerdown', () => (clicked = true), true);
            window.AudioContext = class extends AudioContext {
              get state() { return clicked ? super.state : 'suspended'; }
              resume() { return clicked ? super.resume() : new Promise(() => {}); }
            };
            """;

    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void a_planned_cue_sounds_and_is_spoken_at_its_instant() {
        try (var context = chromium.person()) {
            context.addInitScript(EARS);
            Looks.site("member.json").openTo(context);
            var canned = CannedClass.openTo(context, planned("Strong legs", CannedClass.OPENS + AHEAD));
            var page = joined(context);
            page.getByText("Strong legs").waitFor();
            untilSomethingIsIn(page, "heard.spoken");
            var instant = canned.instantOf(CannedClass.OPENS + AHEAD);

            var tone = only(page, "heard.tones");
            assertThat(tone.get("pitch")).isEqualTo(990);
            assertThat(number(tone, "at")).as("on the audio clock").isCloseTo(instant, within(HONEST_MS));
            assertThat(instant - number(tone, "laidAt"))
                    .as("laid ahead, so that no timer decides when it is heard")
                    .isBetween(200.0, 500.0);
            var spoken = only(page, "heard.spoken");
            assertThat(spoken.get("text")).isEqualTo("Strong legs");
            assertThat(number(spoken, "at")).isCloseTo(instant, within(HONEST_MS));
        }
    }

    @Test
    void a_tone_lies_where_the_pages_own_class_time_puts_it_to_the_millisecond() {
        try (var context = chromium.person()) {
            context.addInitScript(EARS);
            Looks.site("member.json").openTo(context);
            CannedClass.openTo(context, planned("Strong legs", CannedClass.OPENS + AHEAD));
            var page = joined(context);
            untilSomethingIsIn(page, "heard.tones");
            var meant = number(page.evaluate("""
                    () => performance.timeOrigin + document.querySelector('db-page-room').session.clock.deviceTime(%s)""".formatted(CannedClass.OPENS + AHEAD)));
            assertThat(number(only(page, "heard.tones"), "at")).isCloseTo(meant, within(3.0));
        }
    }

    @Test
    void lines_of_one_instant_are_read_together() {
        try (var context = chromium.person()) {
            Looks.site("member.json").openTo(context);
            var at = CannedClass.OPENS + 1000;
            CannedClass.openTo(
                    context,
                    "[%s,%s]"
                            .formatted(
                                    cue(5, "p-90", 0, "" + at, "Time to get warmed up and"),
                                    cue(6, "p-91", 0, "" + at, "get your cadence up")));
            joined(context)
                    .getByText("Time to get warmed up and get your cadence up")
                    .waitFor();
        }
    }

    @Test
    void a_withdrawn_cue_is_neither_laid_nor_spoken() {
        try (var context = chromium.person()) {
            context.addInitScript(EARS);
            Looks.site("member.json").openTo(context);
            var at = CannedClass.OPENS + 1500;
            CannedClass.openTo(
                    context,
                    "[%s,%s,%s]"
                            .formatted(
                                    cue(5, "p-90", 0, "" + at, "Never mind"),
                                    cue(6, "p-90", 1, "null", "Never mind"),
                                    cue(7, "p-91", 0, "" + (at + 500), "This one")));
            var page = joined(context);
            untilSomethingIsIn(page, "heard.spoken");
            assertThat(only(page, "heard.spoken").get("text")).isEqualTo("This one");
            assertThat(heard(page, "heard.tones")).hasSize(3);
        }
    }

    @Test
    void a_member_whose_sound_is_off_is_told_and_turns_it_on_with_one_tap() {
        try (var context = chromium.person()) {
            context.addInitScript(EARS);
            Looks.site("member.json").openTo(context);
            CannedClass.openTo(context);
            var page = joined(context);
            button(page, "Mute").click();
            page.getByText("Sound is off").waitFor();
            button(page, "Turn sound on").click();
            button(page, "Mute").waitFor();
            assertThat(page.getByText("Sound is off").count()).isZero();
        }
    }

    /** Somebody whose page is restored by the browser goes in by itself; nobody has clicked yet, and nothing may sound before. */
    @Test
    void a_browser_that_blocks_sound_is_told_of_and_one_tap_frees_it() {
        try (var context = chromium.person()) {
            context.addInitScript(DEAF_UNTIL_A_CLICK);
            Looks.site("member.json").openTo(context);
            CannedClass.openTo(context);
            var page = context.newPage();
            page.navigate(Site.URL + "/signin");
            page.evaluate("""
                    sessionStorage.setItem('downbeat.place.c1', '{"position":{"epoch":"e1","gen":1,"offset":4}}')""");
            page.navigate(Site.URL + "/room/c1");
            page.getByText("Connected").waitFor();
            page.getByText("Sound is off").waitFor();
            button(page, "Turn sound on").click();
            button(page, "Mute").waitFor();
        }
    }

    @Test
    void an_answered_question_stays_answered_when_the_page_is_loaded_again() {
        try (var context = chromium.person()) {
            Looks.site("member.json").openTo(context);
            CannedClass.openTo(context);
            var page = joined(context);
            button(page, "I'm ready").click();
            page.getByText("Answered, thank you.").waitFor();
            page.reload();
            page.getByText("Connected").waitFor();
            page.getByText("Answered, thank you.").waitFor();
            assertThat(button(page, "I'm ready").count()).isZero();
        }
    }

    @Test
    void another_persons_answer_in_the_same_browser_is_not_mine() {
        try (var context = chromium.person()) {
            Looks.site("member.json").openTo(context);
            CannedClass.openTo(context);
            var page = context.newPage();
            page.navigate(Site.URL + "/signin");
            page.evaluate("localStorage.setItem('downbeat.answered', 'p2 a-1')");
            enter(page);
            button(page, "I'm ready").waitFor();
        }
    }

    private static Page joined(BrowserContext context) {
        return enter(context.newPage());
    }

    private static Page enter(Page page) {
        page.navigate(Site.URL + "/room/c1");
        button(page, "Join the class").click();
        page.getByText("Connected").waitFor();
        return page;
    }

    private static String planned(String text, double at) {
        return "[" + cue(5, "p-90", 0, "" + at, text) + "]";
    }

    private static String cue(int offset, String cueId, int rev, String at, String text) {
        return """
                {"push":{"ch":"cue","cue":{"epoch":"e1","gen":1,"offset":%d,"cueId":"%s","kind":"PLANNED","verb":"SAY","at":%s,
                 "issuedAt":1000000,"rev":%d,"text":"%s","showMs":6000,"tone":"ALERT"}}}""".formatted(offset, cueId, at, rev, text);
    }

    /** The first of what was heard; a tone of several notes begins with it. */
    private static Map<?, ?> only(Page page, String what) {
        return heard(page, what).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> heard(Page page, String what) {
        return (List<Map<?, ?>>) page.evaluate(what);
    }

    /** Waits inside the browser's own loop: it also carries the frames of the class. */
    private static void untilSomethingIsIn(Page page, String what) {
        for (var i = 0; heard(page, what).isEmpty(); i++) {
            assertThat(i).as("waiting for " + what).isLessThan(200);
            page.waitForTimeout(50);
        }
    }

    private static double number(Map<?, ?> heard, String field) {
        return number(heard.get(field));
    }

    private static double number(@Nullable Object value) {
        return ((Number) requireNonNull(value)).doubleValue();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
