package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A trainer checks a rig: Chromium's made-up camera and microphone, a real node. Pictures go to {@code target/looks}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KitTest {
    private static final String WITH_A_CAMERA = "--use-fake-device-for-media-stream";
    private static final Locator.WaitForOptions LONG = new Locator.WaitForOptions().setTimeout(60_000);
    private static final Pattern FRAMES = Pattern.compile("\\d+ × \\d+, [\\d.]+ frames a second, .*");

    private Stage stage;

    @BeforeAll
    void open() {
        stage = Stage.open();
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void a_rig_is_checked_on_one_press_and_the_verdict_is_on_record() {
        var robin = stage.named("robin", "TRAINER");
        try (var chromium = Chromium.open(WITH_A_CAMERA, "--use-fake-ui-for-media-stream");
                var desk = chromium.person()) {
            var errors = new ArrayList<String>();
            desk.onWebError(error -> errors.add(error.error()));
            desk.onConsoleMessage(message -> {
                if (message.text().contains("Policy")) {
                    errors.add(message.text());
                }
            });
            var page = kit(desk, "robin");
            page.getByText("The rig was never checked.").waitFor();
            press(page, "Check my rig");
            page.getByText("Looking through the camera.").waitFor();
            page.getByText("Listening: speak as you do in class.").waitFor(LONG);
            picture(page, "kit-checking");
            page.getByText("The verdict is on record.").waitFor(LONG);

            assertThat(page.getByText(FRAMES).count()).isOne();
            assertThat(page.getByText(Pattern.compile("Speech at -?[\\d.]+ dB")).count())
                    .isOne();
            assertThat(page.getByText(Pattern.compile("[\\d.]+ Mbit/s up, [\\d.]+ Mbit/s down"))
                            .count())
                    .isOne();
            assertThat(page.getByText(Pattern.compile("local is best: .*ring [≤>] \\d+ ms"))
                            .count())
                    .isOne();
            assertThat(page.getByText("Not measured: no click came back").count())
                    .as("what the made-up microphone hears has none of the clicks")
                    .isOne();
            page.getByText(Pattern.compile("The (nearest )?PoP,? local,? is \\d+ ms away"))
                    .waitFor();
            picture(page, "kit-checked");

            var verdict = robin.get("/api/v1/rig/verdicts")
                    .expecting(200)
                    .json()
                    .get("items")
                    .get(0);
            assertThat(verdict.at("/figures/camera/width").asInt()).isPositive();
            assertThat(verdict.at("/figures/link/upMbps").asDouble()).isPositive();
            assertThat(verdict.at("/figures/pops/0/pop").asText()).isEqualTo("local");
            assertThat(verdict.at("/figures/audio/how").asText()).isEqualTo("REPORTED");
            assertThat(page.locator("db-rig-verdict h2").textContent())
                    .isEqualTo(shown(verdict.get("verdict").asText()));
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void a_beat_that_is_tapped_along_with_calibrates_the_sound_and_is_kept() {
        var tara = stage.named("tapping", "TRAINER");
        try (var chromium = Chromium.open(WITH_A_CAMERA, "--use-fake-ui-for-media-stream");
                var desk = chromium.person(360, 780, ColorScheme.DARK)) {
            var page = kit(desk, "tapping");
            press(page, "Check my rig");
            page.getByText("The verdict is on record.").waitFor(LONG);
            tapLateBy(page, 150);
            page.getByText("Tapped: the median of your taps.").waitFor(LONG);
            page.getByText("On record as number 2").waitFor(LONG);
            press(page, "Lay sounds by this delay in this browser");
            page.getByText("sounds are laid").waitFor();
            picture(page, "kit-tapped");
            var kept = (Map<?, ?>) page.evaluate("""
                    async () => { const ui = document.querySelector('script[src$="/app.js"]').getAttribute('src').replace('/app.js', '');
                      const { KeptDelays } = await import(`${ui}/core/calibration.js`); return new KeptDelays(localStorage).current; }""");
            assertThat(((Number) Objects.requireNonNull(kept.get("extraMs"))).doubleValue())
                    .isBetween(60.0, 320.0);
            assertThat(kept.get("how")).isEqualTo("TAPPED");
            assertThat(audio(tara).get("how").asText()).isEqualTo("TAPPED");
            press(page, "Forget it");
            assertThat(page.evaluate("localStorage.getItem('downbeat.output')"))
                    .isEqualTo("{\"current\":null,\"devices\":{}}");
        }
    }

    private static JsonNode audio(Visitor who) {
        Awaitility.await()
                .until(() -> who.get("/api/v1/rig/verdicts").json().get("items").size() == 2);
        return who.get("/api/v1/rig/verdicts").json().at("/items/0/figures/audio");
    }

    /** Starts the beat, which is first heard half a second later, and taps with every click as somebody who hears it so much later. */
    private static void tapLateBy(Page page, int millis) {
        page.evaluate("""
                async (late) => { const find = (root) => { for (const e of root.querySelectorAll('*')) { if (e.localName === 'db-rig-taps') return e; const in_ = e.shadowRoot && find(e.shadowRoot); if (in_) return in_; } };
                  const taps = find(document); const began = performance.now();
                  taps.renderRoot.querySelector('button').click();
                  while (!taps.renderRoot.querySelector('.pad')) await new Promise(requestAnimationFrame);
                  for (let i = 0; i < 10; i += 1) { while (performance.now() < began + 500 + i * 600 + late) await new Promise(requestAnimationFrame);
                    taps.renderRoot.querySelector('.pad').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true })); } }""", millis);
    }

    /** The microphone hears what is played 200 ms later: the air is a delay line, everything else is as it is. */
    private static final String AIR = """
            (() => { const connect = AudioNode.prototype.connect; const air = new WeakMap();
              const heard = (context) => { if (!air.has(context)) { const delay = new DelayNode(context, { delayTime: 0.2 }); const out = new MediaStreamAudioDestinationNode(context); connect.call(delay, out); air.set(context, { delay, stream: out.stream }); globalThis.room = air.get(context); } return air.get(context); };
              AudioNode.prototype.connect = function (to, ...more) { if (to instanceof AudioDestinationNode) connect.call(this, heard(this.context).delay); return connect.call(this, to, ...more); };
              const resume = AudioContext.prototype.resume; AudioContext.prototype.resume = function () { heard(this); return resume.call(this); };
              const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              navigator.mediaDevices.getUserMedia = (wanted) => (wanted.audio ? Promise.resolve(globalThis.room.stream) : ask(wanted)); })();""";

    @Test
    void clicks_that_the_microphone_hears_measure_the_delay_and_sounds_are_laid_by_it() {
        var tara = stage.named("measuring", "TRAINER");
        try (var chromium = Chromium.open(WITH_A_CAMERA, "--use-fake-ui-for-media-stream");
                var desk = chromium.person()) {
            desk.addInitScript(AIR);
            var page = kit(desk, "measuring");
            press(page, "Check my rig");
            page.getByText("The verdict is on record.").waitFor(LONG);
            assertThat(page.getByText("of 5 clicks came back through the microphone")
                            .count())
                    .isOne();
            picture(page, "kit-measured");
            Awaitility.await()
                    .until(() ->
                            tara.get("/api/v1/rig/verdicts").json().get("items").size() == 1);
            var audio = tara.get("/api/v1/rig/verdicts").json().at("/items/0/figures/audio");
            assertThat(audio.get("how").asText()).isEqualTo("MEASURED");
            assertThat(audio.get("roundTripMs").asDouble()).isBetween(200.0, 320.0);
            press(page, "Lay sounds by this delay in this browser");
            page.getByText("sounds are laid").waitFor();
            var earlier = (List<?>) page.evaluate("""
                    async () => { const ui = document.querySelector('script[src$="/app.js"]').getAttribute('src').replace('/app.js', '');
                      const { Sound } = await import(`${ui}/parts/sound.js`); const { KeptDelays } = await import(`${ui}/core/calibration.js`);
                      const sound = new Sound(); await sound.unlock();
                      while (!(sound.context.getOutputTimestamp().performanceTime > 0)) await new Promise(requestAnimationFrame);
                      const { contextTime, performanceTime } = sound.context.getOutputTimestamp();
                      const { extraMs } = new KeptDelays(localStorage);
                      return [extraMs, 1000 - (sound.audioTime(performanceTime + 1000) - contextTime) * 1000].map(Math.round); }""");
            var kept = ((Number) earlier.getFirst()).doubleValue();
            assertThat(kept).as("what the browser does not know, ms").isBetween(100.0, 320.0);
            assertThat(((Number) earlier.getLast()).doubleValue())
                    .as("so much earlier a sound is laid, ms")
                    .isCloseTo(kept, within(30.0));
        }
    }

    @Test
    void who_denies_camera_and_microphone_is_told_so_and_everything_else_is_checked() {
        stage.named("shy", "TRAINER");
        try (var chromium = Chromium.open(WITH_A_CAMERA, "--deny-permission-prompts");
                var desk = chromium.person()) {
            var page = kit(desk, "shy");
            press(page, "Check my rig");
            page.getByText("The verdict is on record.").waitFor(LONG);
            assertThat(page.getByText("It may not be used: permission was denied.")
                            .count())
                    .isEqualTo(2);
            assertThat(page.getByText("Allow it in the browser’s site settings").count())
                    .isEqualTo(2);
            assertThat(page.getByText("The camera was not checked.").count()).isOne();
            assertThat(page.getByText("The last check found that the rig is not ready.")
                            .count())
                    .isOne();
            assertThat(page.getByText(Pattern.compile("local is best")).count()).isOne();
            assertThat(page.getByText("It does not name what plays").count()).isOne();
            picture(page, "kit-denied");
        }
    }

    @Test
    void who_has_no_camera_is_told_that_none_was_found() {
        stage.named("blind", "TRAINER");
        try (var chromium = Chromium.open(
                        "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=0");
                var desk = chromium.person()) {
            var page = kit(desk, "blind");
            press(page, "Check my rig");
            page.getByText("The verdict is on record.").waitFor(LONG);
            assertThat(page.getByText("None was found.").count()).isPositive();
        }
    }

    @Test
    void a_member_has_no_field_kit() {
        stage.named("mia");
        try (var chromium = Chromium.open();
                var home = chromium.person()) {
            var page = home.newPage();
            signIn(page, "mia");
            assertThat(page.getByRole(AriaRole.LINK, named("Field kit")).count())
                    .isZero();
            page.navigate(stage.url() + "/kit");
            page.getByRole(AriaRole.HEADING, named("The field kit is for trainers"))
                    .waitFor();
        }
    }

    @Test
    void a_check_without_a_network_says_what_is_missing_and_is_put_on_record_afterwards() {
        var tara = stage.named("remote", "TRAINER");
        try (var chromium = Chromium.open(WITH_A_CAMERA, "--use-fake-ui-for-media-stream");
                var desk = chromium.person()) {
            var page = kit(desk, "remote");
            page.getByText("The rig was never checked.").waitFor();
            desk.setOffline(true);
            press(page, "Check my rig");
            page.getByText("The verdict is not on record").waitFor(LONG);
            assertThat(page.getByText("This device is offline.").count())
                    .as("neither link nor PoPs")
                    .isEqualTo(2);
            desk.setOffline(false);
            press(page, "Record it again");
            page.getByText("The verdict is on record.").waitFor(LONG);
            Awaitility.await()
                    .until(() ->
                            tara.get("/api/v1/rig/verdicts").json().get("items").size() == 1);
        }
    }

    private Page kit(BrowserContext context, String who) {
        var page = context.newPage();
        signIn(page, who);
        page.getByRole(AriaRole.LINK, named("Field kit")).click();
        page.getByRole(AriaRole.HEADING, named("Field kit")).waitFor();
        return page;
    }

    private void signIn(Page page, String who) {
        page.navigate(stage.url() + "/signin");
        page.getByLabel("E-mail").fill(who + "@example.org");
        page.getByLabel("Password").fill(Visitor.PASSWORD);
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.BUTTON, named("Sign out")).waitFor();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static String shown(String verdict) {
        return switch (verdict) {
            case "READY" -> "Ready";
            case "USABLE" -> "Usable";
            default -> "Not ready";
        };
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "looks", name + ".png"))
                .setFullPage(true));
    }
}
