package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages as Chromium tells them to a screen reader, and to somebody who asked for less motion. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {
    private static final Set<String> NAMED = Set.of(
            "button",
            "link",
            "textbox",
            "spinbutton",
            "combobox",
            "checkbox",
            "radio",
            "slider",
            "image",
            "region",
            "group",
            "navigation",
            "progressbar",
            "meter",
            "dialog",
            "heading",
            "timer",
            "list",
            "article",
            "form",
            "DisclosureTriangle",
            "DateTime",
            "columnheader",
            "rowheader",
            "table");
    /** What may be without a name: a list or table stands under its heading, a group may be a plain box of the browser's own. */
    private static final Set<String> MAY_BE_NAMELESS = Set.of("list", "group", "table", "form");

    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private record Node(String role, String name) {}

    @ParameterizedTest
    @MethodSource("downbeat.web.browser.Looks#all")
    void everything_that_can_be_used_or_counts_has_a_name_and_nothing_moves_for_who_asked_for_less(Looks.Look look) {
        try (var context = chromium.person()) {
            var page = look.in(context);
            var nodes = tree(page).toList();
            assertThat(nodes.stream()
                            .filter(n -> n.role().equals("main") || n.role().equals("heading")))
                    .hasSizeGreaterThan(1);
            assertThat(nodes.stream()
                            .filter(n -> NAMED.contains(n.role()) && !MAY_BE_NAMELESS.contains(n.role()))
                            .filter(n -> n.name().isBlank()))
                    .isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertThat(longestMotion(page)).isLessThanOrEqualTo(0.001);
        }
    }

    @Test
    void the_tree_shows_a_control_without_a_name() {
        try (var context = chromium.person()) {
            var page = context.newPage();
            page.setContent("<button></button><input type=number><h1>Fine</h1>");
            assertThat(tree(page)
                            .filter(n -> NAMED.contains(n.role()) && n.name().isBlank()))
                    .extracting(Node::role)
                    .containsExactly("button", "spinbutton");
        }
    }

    /** Chromium's own tree; what it ignores is not in it. */
    private static Stream<Node> tree(Page page) {
        var session = page.context().newCDPSession(page);
        var all = session.send("Accessibility.getFullAXTree").getAsJsonArray("nodes");
        return StreamSupport.stream(all.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(node -> !node.get("ignored").getAsBoolean())
                .map(node -> new Node(text(node, "role"), text(node, "name")));
    }

    private static String text(JsonObject node, String field) {
        return node.has(field) && node.getAsJsonObject(field).has("value")
                ? node.getAsJsonObject(field).get("value").getAsString()
                : "";
    }

    @Test
    void a_cue_interrupts_and_everything_else_waits_its_turn() {
        try (var context = chromium.person()) {
            var page = Looks.named("room").in(context);
            assertThat(liveness(page, "Hold this pace, shoulders down")).isEqualTo("assertive");
            assertThat(liveness(page, "Interval, 110 % FTP, 95 rpm, 2 of 8")).isEqualTo("polite");
            assertThat(liveness(page, "The trainer asks: Ready?")).isEqualTo("polite");
            assertThat(liveness(page, "Connected")).isEqualTo("polite");
        }
    }

    @Test
    void the_trainer_hears_of_acks_questions_and_the_line() {
        try (var context = chromium.person()) {
            var page = Looks.named("live").in(context);
            assertThat(liveness(page, "Connected")).isEqualTo("polite");
            page.keyboard().press("2");
            page.getByText("is safe after").waitFor();
            assertThat(liveness(page, "is safe after")).isEqualTo("polite");
        }
    }

    /** How the live region around some words speaks: {@code assertive}, {@code polite}, or {@code off} when there is none. */
    private static String liveness(Page page, String words) {
        return (String) page.getByText(words).first().evaluate("""
                (element) => { for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
                  const live = at.getAttribute('aria-live') ?? { status: 'polite', alert: 'assertive', timer: 'off' }[at.getAttribute('role')];
                  if (live) return live; } return 'off'; }""");
    }

    @Test
    void motion_is_there_for_who_did_not_ask_for_less() {
        try (var context = chromium.person()) {
            assertThat(longestMotion(Looks.named("classes").in(context))).isGreaterThan(0.1);
        }
    }

    /** The longest transition or animation any element may make, in seconds. */
    private static double longestMotion(Page page) {
        return ((Number) page.evaluate("""
                () => { const walk = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? walk(e.shadowRoot) : [])]);
                  const seconds = (text) => Math.max(0, ...text.split(',').map(parseFloat));
                  return Math.max(...walk(document).map((e) => getComputedStyle(e)).map((s) => Math.max(seconds(s.transitionDuration), s.animationName === 'none' ? 0 : seconds(s.animationDuration)))); }""")).doubleValue();
    }

    @Test
    void waiting_does_not_dance_for_who_asked_for_less_motion() {
        try (var context = chromium.person()) {
            var look = Looks.named("classes");
            look.site().silent(look.needs()).openTo(context);
            var page = context.newPage();
            page.navigate(Site.URL + look.path());
            page.getByText(look.waits()).waitFor();
            assertThat(longestMotion(page)).isGreaterThan(1);
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertThat(longestMotion(page)).isLessThanOrEqualTo(0.001);
        }
    }

    @Test
    void the_colour_drains_by_the_second_for_who_asked_for_less_motion() {
        try (var context = chromium.person()) {
            var page = Looks.named("room").in(context);
            assertThat(drains(page)).hasSizeGreaterThan(5);
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertThat(drains(page)).hasSizeLessThanOrEqualTo(2);
        }
    }

    /** The different lengths the drain has in twenty pictures. */
    private static List<?> drains(Page page) {
        return (List<?>) page.evaluate("""
                async () => { const drain = document.querySelector('db-page-room').renderRoot.querySelector('db-stage').renderRoot.querySelector('.drain');
                  const seen = new Set();
                  for (let i = 0; i < 20; i++) { await new Promise(requestAnimationFrame); seen.add(drain.style.transform); }
                  return [...seen]; }""");
    }
}
