package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page as it looks in one known state: on a small phone, a phone and a desk, in light and in dark. Pictures go to {@code target/looks}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookTest {
    private static final String CHECKS = Site.resource("checks.js");

    private Chromium chromium;

    /** A page, who looks at it, and the words that show it is there. */
    record Look(String name, String path, String who, String shows) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Look> looks() {
        return Stream.of(
                new Look("classes", "/", "member.json", "Threshold Tuesday"),
                new Look("signin", "/signin", "", "Sign in"),
                new Look("console", "/console", "trainer.json", "Friday sprints"),
                new Look("live", "/console/c1", "trainer.json", "Łukasz"),
                new Look("room", "/room/c1", "member.json", "Threshold Tuesday"),
                new Look("report", "/report/c4", "trainer.json", "Percentiles"));
    }

    @BeforeAll
    void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_page_fits_has_names_for_everything_and_can_be_read(Look look) {
        var wrong = new ArrayList<String>();
        for (var width : List.of(320, 360, 1280)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var where = look.name() + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                inspect(look, width, scheme, where).forEach(sentence -> wrong.add(where + ": " + sentence));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> inspect(Look look, int width, ColorScheme scheme, String where) {
        try (var context = chromium.person(width, width < 600 ? 780 : 820, scheme)) {
            site(look.who()).openTo(context);
            CannedClass.openTo(context);
            var page = context.newPage();
            var errors = new ArrayList<String>();
            page.onPageError(errors::add);
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    errors.add(message.text());
                }
            });
            page.navigate(Site.URL + look.path());
            page.getByText(look.shows()).first().waitFor();
            if (look.name().equals("room")) {
                enter(page);
            }
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "looks", where + ".png"))
                    .setFullPage(!look.name().equals("room")));
            @SuppressWarnings("unchecked")
            var wrong = (List<String>) page.evaluate(CHECKS);
            errors.addAll(wrong);
            return errors;
        }
    }

    private static void enter(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join the class"))
                .click();
        page.getByText("Hold this pace").waitFor();
    }

    @Test
    void an_offline_list_of_classes_says_so_and_can_be_tried_again() {
        try (var context = chromium.person()) {
            new Site()
                    .answer("/classes?when=upcoming", 500, "{\"detail\":\"The database is away.\"}")
                    .openTo(context);
            var page = context.newPage();
            page.navigate(Site.URL + "/");
            page.getByText("The database is away.").waitFor();
            site("").openTo(context);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                    .click();
            page.getByText("Threshold Tuesday").first().waitFor();
        }
    }

    @Test
    void no_class_at_all_is_said_in_words() {
        try (var context = chromium.person()) {
            new Site()
                    .answer("/classes?when=upcoming", 200, "{\"items\":[],\"next\":null}")
                    .openTo(context);
            var page = context.newPage();
            page.navigate(Site.URL + "/");
            page.getByText("No class is announced yet").waitFor();
        }
    }

    @Test
    void the_profile_is_read_with_the_arrow_keys() {
        try (var context = chromium.person()) {
            site("trainer.json").openTo(context);
            var page = context.newPage();
            page.navigate(Site.URL + "/console");
            var profile = page.getByRole(AriaRole.SLIDER);
            profile.focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(profile.getAttribute("aria-valuetext"))
                    .isEqualTo(
                            "10:00 to 12:00: Interval, 110 % FTP, 95 rpm. Says “Go, hold a hundred and ten”, “Nearly there”.");
        }
    }

    @Test
    void a_form_with_mistakes_points_at_the_first_of_them() {
        try (var context = chromium.person()) {
            site("trainer.json").openTo(context);
            var page = context.newPage();
            page.navigate(Site.URL + "/console");
            page.getByLabel("Title").fill("");
            page.getByLabel("Time zone").fill("Middle/Earth");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Schedule the class"))
                    .click();
            page.getByText("Give the class a title.").waitFor();
            page.getByText("A time zone looks like Europe/Berlin.").waitFor();
            assertThat(page.getByLabel("Title").evaluate("e => e.getRootNode().activeElement === e"))
                    .isEqualTo(true);
        }
    }

    @Test
    void the_checks_find_what_is_wrong_with_a_bad_page() {
        try (var context = chromium.person(320, 600, ColorScheme.LIGHT)) {
            var page = context.newPage();
            page.setContent("""
                    <h1>One</h1><h1>Two</h1><button></button><input><p style="color:#999;background:#fff">Pale words</p>
                    <p aria-labelledby="nowhere" style="width:900px">Too wide</p>""");
            @SuppressWarnings("unchecked")
            var wrong = (List<String>) page.evaluate(CHECKS);
            assertThat(wrong)
                    .anyMatch(s -> s.startsWith("scrolls sideways"))
                    .anyMatch(s -> s.startsWith("more than one first heading"))
                    .anyMatch(s -> s.startsWith("button without a name"))
                    .anyMatch(s -> s.startsWith("input without a name"))
                    .anyMatch(s -> s.contains("missing aria-labelledby"))
                    .anyMatch(s -> s.startsWith("contrast 2.8"));
        }
    }

    /** A thousand cues around 40 ms, as the server writes them. */
    private static String histograms() {
        var histogram = new Histogram(1, 60_000_000, 3);
        for (var i = 0; i < 1000; i++) {
            histogram.recordValue(12_000 + (i * 7919L) % 61_000);
        }
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        var length = histogram.encodeIntoCompressedByteBuffer(buffer);
        var text = Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
        return "{\"histograms\":{\"upper\":\"" + text + "\"}}";
    }

    private static Site site(String who) {
        var site = new Site()
                .answer("/classes?when=upcoming", "upcoming.json")
                .answer("/classes?when=mine", "mine.json")
                .answer("/cue-plans", "plans.json")
                .answer("/classes/c1", "class.json")
                .answer("/classes/c4", "ended.json")
                .answer("/classes/c1/join", "join.json")
                .answer("/classes/c4/report", "report.json")
                .answer("/classes/c4/report/histograms", 200, histograms());
        return who.isEmpty() ? site : site.answer("/session", who);
    }
}
