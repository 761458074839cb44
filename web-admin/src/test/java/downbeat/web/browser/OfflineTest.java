package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import downbeat.web.stage.MediaFiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A member's phone without a network, in a class on a real node whose plan says something every second. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfflineTest {
    private static final double ON_TIME_MS = 30;
    private static final int OVERLAY_AT = 2000;

    /** Writes down when music is laid to begin: {@code zero} is where its first sample lies, in ms of performance.now(). */
    private static final String EARS = """
            window.laid = [];
            const start = AudioBufferSourceNode.prototype.start;
            AudioBufferSourceNode.prototype.start = function (when, offset) {
              const { contextTime, performanceTime } = this.context.getOutputTimestamp();
              laid.push({ zero: performanceTime + (when - offset - contextTime) * 1000, offset });
              return start.call(this, when, offset);
            };
            """;

    private Ride ride;
    private Chromium chromium;

    @BeforeAll
    void begin() {
        chromium = Chromium.open();
        ride = Ride.announced();
        ride.upload("MUSIC&name=ride.wav&fromMs=0", "audio/wav", MediaFiles.wav(60));
        ride.upload("OVERLAY&name=Straight+back&fromMs=" + OVERLAY_AT, "image/png", MediaFiles.png(1));
        ride.upload("REPS&name=Squats.json", "application/json", MediaFiles.reps("Squat", 12, 0));
        ride.begin();
    }

    @AfterAll
    void close() {
        chromium.close();
        ride.close();
    }

    @Test
    void eight_seconds_without_a_network_cost_no_planned_cue_and_the_socket_is_back_within_a_second() {
        try (var phone = chromium.person()) {
            var page = inClass(phone);
            page.waitForTimeout(1500);
            page.evaluate("""
                    () => addEventListener('online', () => {
                      const from = performance.now();
                      const look = setInterval(() => {
                        if (room().session.status !== 'live') return;
                        clearInterval(look);
                        window.backAfter = performance.now() - from;
                      }, 5);
                    })""");
            var from = classTime(page);
            phone.setOffline(true);
            page.waitForTimeout(8000);
            assertThat(page.evaluate("room().session.status")).isNotEqualTo("live");
            var to = classTime(page);
            phone.setOffline(false);
            page.waitForFunction("() => window.backAfter !== undefined");
            assertThat(number(page.evaluate("backAfter"))).isLessThan(1000);

            assertExecutedOnTime(page, from, to);
        }
    }

    @Test
    void a_page_loaded_again_without_a_network_goes_on_with_the_plan_on_time_and_comes_back() {
        try (var phone = chromium.person()) {
            var page = inClass(phone);
            everythingIsPutAside(page);
            var before = epoch(page);
            phone.setOffline(true);
            page.reload();
            page.waitForFunction("() => document.querySelector('db-page-room')?.session?.clock.known");
            install(page);
            page.waitForTimeout(500);
            var from = classTime(page);
            page.waitForTimeout(6000);
            var to = classTime(page);
            assertThat(page.evaluate("room().session.status")).isNotEqualTo("live");
            assertThat(number(page.evaluate("room().session.bound"))).isLessThan(ON_TIME_MS);
            assertThat(Math.abs(epoch(page) - before))
                    .as("class time against what it was before the page was loaded again, ms")
                    .isLessThan(ON_TIME_MS);
            assertExecutedOnTime(page, from, to);
            assertThat(number(page.evaluate("room().renderRoot.querySelector('img.overlay').naturalWidth")))
                    .as("the picture, out of what was put aside")
                    .isPositive();
            assertThat(page.evaluate("room().stay.reps.target?.reps"))
                    .as("the rep model, likewise")
                    .isEqualTo(12);
            phone.setOffline(false);
            page.getByText("Connected").waitFor();
            assertThat(page.evaluate("room().session.rejoined.recovered")).isEqualTo(true);
        }
    }

    @Test
    void music_begins_where_class_time_has_it() {
        try (var phone = chromium.person()) {
            phone.addInitScript(EARS);
            var page = inClass(phone);
            page.waitForFunction("() => laid.length > 0");
            var meant = number(
                    page.evaluate(
                            "(() => { const { state: { anchor }, clock } = room().session; return clock.deviceTime(anchor.at - anchor.plan); })()"));
            assertThat(Math.abs(number(page.evaluate("laid[0].zero")) - meant)).isLessThan(ON_TIME_MS);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mute"))
                    .click();
            page.waitForTimeout(700);
            assertThat(page.evaluate("room().music.playing")).isEqualTo(List.of());
        }
    }

    @Test
    void what_the_trainer_adds_in_mid_class_reaches_the_device_and_what_is_removed_leaves_it() {
        try (var phone = chromium.person()) {
            var page = inClass(phone);
            everythingIsPutAside(page);
            var added = ride.upload("OVERLAY&name=Late&fromMs=900000", "image/png", MediaFiles.png(77));
            until(
                    page,
                    "async (url) => Boolean(await caches.match(url))",
                    added.get("url").asText());
            ride.trainer()
                    .delete(ride.path() + "/assets/" + added.get("hash").asText())
                    .expecting(204);
            until(
                    page,
                    "async (url) => !(await caches.match(url))",
                    added.get("url").asText());
        }
    }

    /** Every cue of the plan that was due between two class times, once, no more than 30 ms off by the page's own log. */
    private static void assertExecutedOnTime(Page page, double from, double to) {
        @SuppressWarnings("unchecked")
        var off = (Map<String, Object>) page.evaluate("""
                ([from, to]) => {
                  const { plan, state: { anchor }, schedule } = room().session;
                  const due = plan.cues.map((c) => ({ ...c, at: anchor.at + c.planAt - anchor.plan })).filter((c) => c.at > from && c.at < to);
                  const done = new Map(schedule.executed.map((e) => [e.cueId, e]));
                  const stalled = (c) => stalls.filter((s) => s.from <= c.at && s.to >= c.at).reduce((sum, s) => sum + s.to - c.at, 0);
                  const off = (c) => Math.max(0, Math.abs(done.get(c.cueId).ct - c.at) - stalled(c));
                  const executed = due.filter((c) => done.has(c.cueId));
                  return { due: due.length, missed: due.length - executed.length, worst: Math.max(...executed.map(off)),
                    silent: executed.filter((c) => !['ONTIME', 'LATE'].includes(done.get(c.cueId).how)).length };
                }""", List.of(from, to));
        assertThat(number(off.get("due"))).as("cues due meanwhile").isGreaterThan(4);
        assertThat(off.get("missed")).as("of them not executed").isEqualTo(0);
        assertThat(off.get("silent")).as("of them not heard").isEqualTo(0);
        assertThat(number(off.get("worst")))
                .as("ms off at worst, the browser's own stalls apart")
                .isLessThanOrEqualTo(ON_TIME_MS);
    }

    private Page inClass(BrowserContext phone) {
        var page = ride.joined(phone);
        install(page);
        return page;
    }

    /** Notes when the browser gave the page no time for more than 25 ms: what is due then waits, on any page. */
    private static void install(Page page) {
        page.evaluate("""
                () => {
                  window.room = () => document.querySelector('db-page-room');
                  window.stalls = [];
                  let before = performance.now();
                  setInterval(() => {
                    const now = performance.now();
                    const { clock } = room().session;
                    if (now - before > 25) stalls.push({ from: clock.classTime(before), to: clock.classTime(now) });
                    before = now;
                  }, 5);
                }""");
    }

    private static void everythingIsPutAside(Page page) {
        until(page, "async (at) => Boolean(navigator.serviceWorker.controller && (await caches.match(at)))", "/shell");
        page.waitForFunction("() => room().store.of > 0 && room().store.ready === room().store.of");
    }

    /** Waits until an asynchronous question is answered with yes; {@code waitForFunction} takes the promise itself for one. */
    private static void until(Page page, String question, String about) {
        for (var i = 0; !Boolean.TRUE.equals(page.evaluate(question, about)); i++) {
            assertThat(i).as("waiting for " + question).isLessThan(200);
            page.waitForTimeout(50);
        }
    }

    private static double classTime(Page page) {
        return number(page.evaluate("room().session.classTime"));
    }

    /** When class time was zero, in ms of the browser's steady clock. */
    private static double epoch(Page page) {
        return number(page.evaluate("performance.timeOrigin + room().session.clock.deviceTime(0)"));
    }

    private static double number(@org.jspecify.annotations.Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }
}
