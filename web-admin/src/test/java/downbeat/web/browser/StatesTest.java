package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each page shows while it waits, when nobody answers, without a network and with nothing to show. Pictures go to {@code target/looks}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatesTest {
    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    static Stream<Looks.Look> pagesThatRead() {
        return Looks.all().filter(look -> !look.needs().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pagesThatRead")
    void a_page_says_what_it_waits_for_and_that_no_answer_came_and_can_be_tried_again(Looks.Look look) {
        try (var context = chromium.person()) {
            var site = look.site().silent(look.needs());
            site.openTo(context);
            CannedClass.openTo(context);
            var page = at(context.newPage(), look.path());
            page.getByText(look.waits()).waitFor();
            assertThat(page.getByRole(AriaRole.STATUS)
                            .filter(new Locator.FilterOptions().setHasText(look.waits()))
                            .count())
                    .as("a screen reader is told")
                    .isPositive();
            keep(page, look, "waits");
            site.cutOff();
            var notice = page.locator("db-notice[kind=error]")
                    .filter(new Locator.FilterOptions().setHasText("The server cannot be reached."));
            notice.waitFor();
            assertThat(notice.getByRole(AriaRole.ALERT).count())
                    .as("a screen reader is told at once")
                    .isOne();
            assertThat(page.getByText(look.waits()).count())
                    .as("it does not pretend to wait")
                    .isZero();
            assertThat(page.locator("h1").count()).as("it has a heading").isPositive();
            keep(page, look, "broken");
            look.site().openTo(context);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                    .click();
            page.getByText(look.shows()).first().waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 820", "360, 780", "320, 780"})
    void an_offline_room_still_fits_on_the_screen(int width, int height) {
        try (var context = chromium.person(width, height, ColorScheme.LIGHT)) {
            var page = Looks.named("room").in(context);
            context.setOffline(true);
            page.getByText("You are offline.").waitFor();
            page.waitForFunction("() => document.documentElement.scrollHeight === innerHeight");
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
        }
    }

    /** Which is asked once for all pages, before any of them begins. */
    @ParameterizedTest
    @ValueSource(strings = {"classes", "room", "console", "pop-up-door"})
    void a_page_waits_in_words_until_it_is_known_who_looks_at_it(String name) {
        try (var context = chromium.person()) {
            var look = Looks.named(name);
            look.site().silent("/session").openTo(context);
            var page = at(context.newPage(), look.path());
            page.getByText("One moment").waitFor();
            assertThat(page.getByText("Sign in").count())
                    .as("nobody is taken for a stranger before it is known")
                    .isZero();
        }
    }

    @Test
    void a_server_that_cannot_tell_who_looks_is_no_reason_to_sign_in_again() {
        try (var context = chromium.person()) {
            Looks.site("")
                    .answer("/session", 503, "{\"detail\":\"The node is going away.\"}")
                    .openTo(context);
            var page = at(context.newPage(), "/console");
            page.getByText("The node is going away.").waitFor();
            assertThat(page.url()).endsWith("/console");
            Looks.site("trainer.json").openTo(context);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                    .click();
            page.getByText("Friday sprints").waitFor();
        }
    }

    @Test
    void a_page_whose_files_do_not_come_says_so() {
        try (var context = chromium.person()) {
            Looks.site("member.json").withoutFile("/pages/classes.js").openTo(context);
            var page = at(context.newPage(), "/");
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("This page cannot be shown"))
                    .waitFor();
        }
    }

    @Test
    void a_page_without_its_program_is_not_blank() {
        try (var context = chromium.person()) {
            Looks.site("member.json").withoutFile("/app.js").openTo(context);
            var page = at(context.newPage(), "/");
            page.getByText("Downbeat is loading").waitFor();
            page.getByText("This takes long. Check your connection").waitFor();
        }
    }

    @Test
    void a_trainer_without_classes_is_told_where_to_begin() {
        try (var context = chromium.person()) {
            Looks.site("trainer.json")
                    .answer("/classes?when=mine", 200, "{\"items\":[],\"next\":null}")
                    .answer("/cue-plans", 200, "{\"items\":[],\"next\":null}")
                    .openTo(context);
            var page = at(context.newPage(), "/console");
            page.getByText("No class yet").waitFor();
            page.getByText("Nothing imported yet.").waitFor();
            keep(page, Looks.named("console"), "empty");
        }
    }

    private static Page at(Page page, String path) {
        page.navigate(Site.URL + path);
        return page;
    }

    private static void keep(Page page, Looks.Look look, String state) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "looks", look.name() + "-" + state + ".png")));
    }
}
