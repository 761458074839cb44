package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import downbeat.web.stage.Alone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A member's phone whose link becomes narrow, or falls silent without a word to the browser, in a class on a real node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Alone
class LinkTest {
    /** The edge of a cell: 8 kbit/s, and more than half a second either way. */
    private static final int BYTES_PER_SECOND = 1_000;

    private static final int DELAY_MILLIS = 600;
    private static final double ON_TIME_MS = 30;

    /** Writes down each rung that the room is told of and when, and when the browser gave the page no time. */
    private static final String LOG = """
            () => {
              window.rungs = [{ rung: room().session.rung.rung, at: performance.now() }];
              window.stalls = [];
              let before = performance.now();
              setInterval(() => {
                const now = performance.now();
                if (now - before > 25) stalls.push({ from: before, to: now });
                before = now;
                const { rung, why } = room().session.rung;
                if (rung !== rungs.at(-1).rung) rungs.push({ rung, why, at: now });
              }, 5);
            }""";

    /** Of the plan's cues due since an instant: how many, how many were not executed, and the worst that the page itself was off. */
    private static final String CUES = """
            (from) => {
              const { clock, schedule, plan, state: { anchor } } = room().session;
              const at = (c) => clock.deviceTime(anchor.at + c.planAt - anchor.plan);
              const due = plan.cues.filter((c) => at(c) > from && at(c) < performance.now() - 500);
              const done = new Map(schedule.executed.map((e) => [e.cueId, e]));
              const stalled = (c) => stalls.filter((s) => s.from <= at(c) && s.to >= at(c)).reduce((sum, s) => sum + s.to - at(c), 0);
              const off = due.filter((c) => done.has(c.cueId)).map((c) => Math.abs(done.get(c.cueId).at - at(c)) - stalled(c));
              return [due.length, due.length - off.length, Math.max(...off)];
            }""";

    private Chromium chromium;
    private Ride ride;
    private NarrowLink link;

    @BeforeAll
    void begin() {
        chromium = Chromium.open();
        ride = Ride.running();
    }

    @BeforeEach
    void link() {
        link = NarrowLink.to(ride.url());
    }

    @AfterEach
    void unlink() {
        link.close();
    }

    @AfterAll
    void close() {
        chromium.close();
        ride.close();
    }

    @Test
    void a_member_whose_bandwidth_falls_keeps_the_cues_and_comes_back_one_rung_at_a_time() {
        try (var phone = chromium.person(360, 780, ColorScheme.LIGHT)) {
            var page = ride.joined(phone, link.url());
            page.waitForFunction("() => room().session.rung?.rung === 'FULL'");
            page.evaluate(LOG);
            page.waitForTimeout(2000);

            var fell = number(page.evaluate("performance.now()"));
            var from = System.nanoTime();
            link.narrow(BYTES_PER_SECOND, DELAY_MILLIS);
            await().pollInterval(Duration.ofMillis(50)).until(() -> falls() == 1);
            assertThat((System.nanoTime() - from) / 1e6)
                    .as("ms until its relay gives it AUDIO_FIRST")
                    .isLessThan(3000);
            page.waitForTimeout(12_000);
            assertThat(page.evaluate("room().session.rung.rung")).isEqualTo("AUDIO_FIRST");
            link.good();
            page.waitForFunction(
                    "() => rungs.at(-1).rung === 'FULL'", null, new Page.WaitForFunctionOptions().setTimeout(120_000));
            assertOneRungAtATime(page);
            assertCuesNeverStopped(page, fell, 30);
        }
    }

    @Test
    void a_link_that_was_silent_for_eight_seconds_has_its_socket_back_within_a_second_without_a_word_of_the_browser() {
        try (var phone = chromium.person(360, 780, ColorScheme.LIGHT)) {
            var page = ride.joined(phone, link.url());
            page.evaluate("() => addEventListener('online', () => (window.told = true))");
            page.evaluate(LOG);
            page.waitForTimeout(1500);
            var fell = number(page.evaluate("performance.now()"));
            link.fallSilent();
            page.waitForTimeout(8000);
            assertThat(page.evaluate("room().session.status")).isNotEqualTo("live");
            link.comeBack();
            var from = System.nanoTime();
            page.waitForFunction("() => room().session.status === 'live'");
            var millis = (System.nanoTime() - from) / 1e6;
            assertThat(millis).isLessThan(1000);
            assertThat(page.evaluate("Boolean(window.told)"))
                    .as("the browser said something")
                    .isEqualTo(false);
            assertThat(page.evaluate("room().session.rejoined.recovered")).isEqualTo(true);
            page.waitForTimeout(1000);
            assertCuesNeverStopped(page, fell, 8);
        }
    }

    /** How often the node has taken a device down to sound. */
    private int falls() {
        return (int) ride.trainer()
                .get("/metrics")
                .expecting(200)
                .text()
                .lines()
                .filter(line -> line.startsWith("downbeat_rung_transitions_total")
                        && line.contains("to=\"AUDIO_FIRST\"")
                        && line.contains("from=\"FULL\""))
                .count();
    }

    private static void assertOneRungAtATime(Page page) {
        @SuppressWarnings("unchecked")
        var rungs = new ArrayList<>((List<String>) page.evaluate("rungs.map(({ rung }) => rung)"));
        assertThat(rungs)
                .as("down at once, and up without a relapse")
                .containsExactly("FULL", "AUDIO_FIRST", "TRAINER_LOW", "LEAN", "FULL");
        @SuppressWarnings("unchecked")
        var rose = (List<Object>) page.evaluate("rungs.slice(2).map(({ at }, i) => at - rungs[i + 1].at)");
        assertThat(rose.stream().map(LinkTest::number))
                .allSatisfy(millis -> assertThat(millis).isGreaterThan(7500));
    }

    private static void assertCuesNeverStopped(Page page, double from, int least) {
        var cues = (List<?>) Objects.requireNonNull(page.evaluate(CUES, from));
        assertThat(number(cues.get(0))).as("cues due meanwhile, one a second").isGreaterThanOrEqualTo(least);
        assertThat(number(cues.get(1))).as("of them not executed").isZero();
        assertThat(number(cues.get(2)))
                .as("ms off at worst, the browser's own stalls apart")
                .isLessThan(ON_TIME_MS);
    }

    private static double number(@org.jspecify.annotations.Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }
}
