package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import downbeat.web.stage.MediaFiles;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The music of a class as it sounds in a member's room. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MusicTest {
    /** A voice that says when it begins and ends when it is told to, and a tone of 440 Hz for music. */
    private static final String VOICE = """
            window.spoken = [];
            Object.defineProperty(speechSynthesis, 'speak', { value: (words) => words.text && spoken.push(words) });
            Object.defineProperty(speechSynthesis, 'cancel', { value: () => {} });
            """;

    /** How loud the music is at most within 0.8 s, as root mean square over a twentieth of a second: a plan that says something every second leaves such pauses. */
    private static final String LISTEN = """
            () => {
              const { bus, context } = room().sound;
              const ear = new AnalyserNode(context, { fftSize: 2048 });
              bus.connect(ear);
              const wave = new Float32Array(2048);
              const now = () => {
                ear.getFloatTimeDomainData(wave);
                return Math.sqrt(wave.reduce((sum, v) => sum + v * v, 0) / wave.length);
              };
              window.loudest = async () => {
                let most = 0;
                for (const end = performance.now() + 800; performance.now() < end; await new Promise((go) => setTimeout(go, 10))) most = Math.max(most, now());
                return most;
              };
            }""";

    private Chromium chromium;
    private Ride ride;

    @BeforeAll
    void open() {
        chromium = Chromium.open();
        ride = Ride.announced();
        ride.upload("MUSIC&name=ride.wav&fromMs=0", "audio/wav", MediaFiles.wav(90));
        ride.begin();
    }

    @AfterAll
    void close() {
        chromium.close();
        ride.close();
    }

    @Test
    void music_is_a_fifth_as_loud_while_somebody_speaks_and_comes_back_with_the_end_of_the_words() {
        try (var phone = chromium.person()) {
            phone.addInitScript(VOICE);
            var page = ride.joined(phone);
            page.evaluate(LISTEN);
            page.evaluate(
                    "() => { window.quiet = setInterval(() => spoken.forEach((words) => words.onend?.()), 20); }");
            page.waitForFunction("() => room().music.playing.length > 0");
            var full = level(page, "() => room().sound.bus.gain.value > 0.98");

            page.evaluate("() => { clearInterval(quiet); spoken.length = 0; }");
            page.waitForFunction("() => spoken.length > 0");
            var soft = level(page, "() => room().sound.bus.gain.value < 0.2005");
            assertThat(full).as("there is music").isGreaterThan(0.05);
            assertThat(soft / full).isBetween(0.15, 0.25);

            page.evaluate(
                    "() => { window.quiet = setInterval(() => spoken.forEach((words) => words.onend?.()), 20); }");
            assertThat(level(page, "() => room().sound.bus.gain.value > 0.98") / full)
                    .isBetween(0.9, 1.1);
        }
    }

    /** How loud the music is, once this holds. */
    private static double level(Page page, String once) {
        page.waitForFunction(once);
        return ((Number) Objects.requireNonNull(page.evaluate("loudest()"))).doubleValue();
    }
}
