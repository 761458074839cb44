package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page as it looks in one known state: on a small phone, a phone and a desk, in light and in dark. Pictures go to {@code target/looks}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookTest {
    private static final String CHECKS = Site.resource("checks.js");
    private static final String OFFLINE = "You are offline.";

    /** In both schemes a phone and a desk, where layout and what is shown differ. Each is opened once and then turned into the other. */
    private static final List<List<Screen>> DEVICES = List.of(
            List.of(new Screen(320, ColorScheme.LIGHT), new Screen(360, ColorScheme.DARK)),
            List.of(new Screen(1280, ColorScheme.LIGHT), new Screen(1280, ColorScheme.DARK)));

    private record Screen(int width, ColorScheme scheme) {
        String picture(String name) {
            return name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        }

        int height() {
            return width < 600 ? 780 : 820;
        }

        BrowserContext open(Chromium chromium) {
            return chromium.person(width, height(), scheme);
        }

        /** Turns a page that was opened on another screen, at once and not by and by. */
        void turn(Page page) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
            page.setViewportSize(width, height());
        }
    }

    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @MethodSource("downbeat.web.browser.Looks#all")
    void a_page_fits_has_names_for_everything_can_be_read_and_says_that_it_is_offline(Looks.Look look) {
        var wrong = new ArrayList<String>();
        for (var device : DEVICES) {
            try (var context = device.getFirst().open(chromium)) {
                context.onWebError(error -> wrong.add(look.name() + ": " + error.error()));
                context.onConsoleMessage(message -> {
                    if (message.text().contains("Content Security Policy")) {
                        wrong.add(look.name() + ": " + message.text());
                    }
                });
                var page = look.in(context);
                assertThat(page.getByText(OFFLINE).count()).isZero();
                wrong.addAll(inspect(page, device, look.name(), !look.name().equals("room")));
                if (device.equals(DEVICES.getFirst())) {
                    wrong.addAll(offline(page, look.name() + "-offline"));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> offline(Page page, String where) {
        var offline = page.getByText(OFFLINE);
        page.context().setOffline(true);
        offline.waitFor();
        var wrong = inspect(page, where, false);
        page.context().setOffline(false);
        offline.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return wrong.stream().map(sentence -> where + ": " + sentence).toList();
    }

    @ParameterizedTest
    @MethodSource("downbeat.web.browser.Looks#states")
    void so_does_a_page_in_every_state_it_is_brought_into(Looks.State state) {
        var wrong = new ArrayList<String>();
        for (var device : DEVICES) {
            try (var context = device.getFirst().open(chromium)) {
                wrong.addAll(inspect(state.in(context), device, state.name(), true));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Read and hit from where one stands in a gym: 7 : 1 (WCAG 2.2, 1.4.6), twice the size, 96 px. */
    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
    void at_arms_length_everything_is_large_and_strong(int width, ColorScheme scheme) {
        try (var context = chromium.person(width, 780, scheme)) {
            context.addInitScript("globalThis.leastContrast = 7");
            var page = Looks.states()
                    .filter(state -> state.name().equals("live-arms-length"))
                    .findFirst()
                    .orElseThrow()
                    .in(context);
            assertThat((List<?>) page.evaluate(CHECKS)).isEmpty();
            assertThat((List<?>) page.evaluate("""
                    () => {
                      const walk = (root, found = []) => { for (const e of root.querySelectorAll('*')) { found.push(e); if (e.shadowRoot) walk(e.shadowRoot, found); } return found; };
                      return walk(document.querySelector('db-page-live').renderRoot).filter((e) => e.matches('button') && e.getBoundingClientRect().height < 96).map((e) => e.textContent);
                    }"""))
                    .as("buttons lower than 96 px")
                    .isEmpty();
            var left = page.getByRole(AriaRole.TIMER).first();
            assertThat(((Number) left.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")).doubleValue())
                    .as("px of the time left, 51 on the desk")
                    .isGreaterThanOrEqualTo(102);
            page.keyboard().press("a");
            page.getByText("Cue to action").waitFor();
            page.keyboard().press("a");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Back to everything"))
                    .waitFor();
        }
    }

    private static List<String> inspect(Page page, List<Screen> device, String name, boolean whole) {
        var wrong = new ArrayList<String>();
        for (var screen : device) {
            if (!screen.equals(device.getFirst())) {
                screen.turn(page);
            }
            var where = screen.picture(name);
            inspect(page, where, whole).forEach(sentence -> wrong.add(where + ": " + sentence));
        }
        return wrong;
    }

    private static List<String> inspect(Page page, String where, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "looks", where + ".png"))
                .setFullPage(whole));
        @SuppressWarnings("unchecked")
        var wrong = (List<String>) page.evaluate(CHECKS);
        return wrong;
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
            Looks.site("").openTo(context);
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
            Looks.site("trainer.json").openTo(context);
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
            Looks.site("trainer.json").openTo(context);
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
                    <style>::placeholder { color: #ddd }</style><h1>One</h1><h1>Two</h1><h4>Too deep</h4><button></button>
                    <input placeholder="Faint"><button style="width:100px;height:30px">Low</button><p style="color:#999;background:#fff">Pale words</p>
                    <p aria-labelledby="nowhere" style="width:900px">Too wide</p>""");
            @SuppressWarnings("unchecked")
            var wrong = (List<String>) page.evaluate(CHECKS);
            assertThat(wrong)
                    .anyMatch(s -> s.startsWith("scrolls sideways"))
                    .anyMatch(s -> s.startsWith("more than one first heading"))
                    .anyMatch(s -> s.startsWith("button without a name"))
                    .anyMatch(s -> s.startsWith("input without a name"))
                    .anyMatch(s -> s.contains("missing aria-labelledby"))
                    .anyMatch(s -> s.startsWith("contrast 2.8"))
                    .anyMatch(s -> s.startsWith("contrast 1.") && s.contains("placeholder"))
                    .anyMatch(s -> s.startsWith("too small to touch, 100 × 30 px"))
                    .anyMatch(s -> s.startsWith("h4 “Too deep” follows h1"))
                    .anyMatch(s -> s.equals("no language"));
        }
    }
}
