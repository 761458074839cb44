package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pages of pop-ups where something goes against them: lost answers, no network, refusals; and the camera at the door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PopUpPagesTest {
    private static final String SCANS = Site.URL + "/api/v1/pop-ups/u1/scans";
    private static final String LET_IN = """
            {"admitted":true,"reason":"OK","ticket":"7","kind":"free","holder":{"id":"p1","name":"Mia Member"},"earlier":null,"due":null,"canBeOverridden":false}""";
    /** A browser that reads the same code in every picture. */
    private static final String READS = """
            globalThis.BarcodeDetector = class {
              static async getSupportedFormats() { return ['qr_code']; }
              async detect(video) { return video.videoWidth ? [{ rawValue: 'AQEAAAAA' }] : []; } };""";

    private Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.open("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void a_scan_whose_answer_was_lost_is_asked_again_under_its_nonce() {
        try (var context = chromium.person()) {
            var page = door(context);
            var nonces = new CopyOnWriteArrayList<String>();
            page.route(SCANS, route -> {
                nonces.add(nonce(route));
                if (nonces.size() <= 3) {
                    route.abort();
                } else {
                    json(route, 200, LET_IN, Map.of());
                }
            });
            page.getByLabel("Scan or type a code").fill("AQEAAAAA");
            page.keyboard().press("Enter");
            verdict(page, "No answer").waitFor();
            page.getByText("No connection.").waitFor();
            button(page, "Ask again").click();
            verdict(page, "Come in").waitFor();
            assertThat(nonces).hasSize(4);
            assertThat(nonces.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void without_a_network_the_door_says_that_it_checks_nothing() {
        try (var context = chromium.person()) {
            var page = door(context);
            var cut = page.getByText("No connection.");
            assertThat(cut.count()).isZero();
            context.setOffline(true);
            cut.waitFor();
            page.getByText("keeps none for later").waitFor();
            context.setOffline(false);
            cut.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
    }

    @Test
    void a_pass_before_the_camera_is_scanned_once_and_the_camera_can_be_switched_off() {
        try (var context = chromium.person()) {
            context.addInitScript(READS);
            var page = door(context);
            var nonces = new CopyOnWriteArrayList<String>();
            page.route(SCANS, route -> {
                nonces.add(nonce(route));
                json(route, 200, LET_IN, Map.of());
            });
            button(page, "Read with the camera").click();
            verdict(page, "Come in").waitFor();
            page.waitForFunction("() => document.querySelector('db-page-pop-up-door').renderRoot"
                    + ".querySelector('db-gate-camera').renderRoot.querySelector('video').currentTime > 1");
            assertThat(nonces).as("scans of one pass that stays there").hasSize(1);
            button(page, "Switch the camera off").click();
            button(page, "Read with the camera").waitFor();
            assertThat(page.evaluate("document.querySelector('db-page-pop-up-door').renderRoot"
                            + ".querySelector('db-gate-camera').stream"))
                    .isNull();
        }
    }

    @Test
    void who_finds_all_held_is_told_when_to_try_again() {
        try (var context = chromium.person()) {
            Looks.site("member.json")
                    .answer(
                            "/pop-ups/u1",
                            200,
                            Site.resource("looks/pop-up.json")
                                    .replace(
                                            "\"waiting\": {\n   \"kind\": \"supporter\",\n   \"position\": 2\n  }",
                                            "\"waiting\": null"))
                    .openTo(context);
            var page = context.newPage();
            page.route(
                    Site.URL + "/api/v1/pop-ups/u1/holds",
                    route -> json(route, 409, "{\"code\":\"all-held\"}", Map.of("Retry-After", "600")));
            page.navigate(Site.URL + "/pop-ups/u1");
            button(page, "Take a ticket: Supporter").click();
            page.getByText("All are held, not all are sold. Try again at ").waitFor();
        }
    }

    @Test
    void a_refusal_of_the_server_stands_at_its_field_and_has_the_focus() {
        try (var context = chromium.person()) {
            Looks.site("organizer.json").openTo(context);
            var page = context.newPage();
            page.route(Site.URL + "/api/v1/pop-ups/u1", route -> {
                if (route.request().method().equals("PUT")) {
                    json(
                            route,
                            409,
                            "{\"code\":\"quota-below-sold\",\"detail\":\"8 tickets are sold.\",\"field\":\"kinds[1].quota\"}",
                            Map.of());
                } else {
                    route.fallback();
                }
            });
            page.navigate(Site.URL + "/pop-ups/u1/edit");
            var quota = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Kind 2"))
                    .getByLabel("How many");
            quota.fill("3");
            button(page, "Save the changes").click();
            page.getByText("8 tickets are sold.").waitFor();
            assertThat(quota.evaluate("e => e.getRootNode().activeElement === e"))
                    .isEqualTo(true);
            assertThat(quota.inputValue()).as("what was typed stays").isEqualTo("3");
        }
    }

    private static Page door(BrowserContext context) {
        Looks.site("organizer.json").openTo(context);
        Looks.atTheGate(context);
        var page = context.newPage();
        page.navigate(Site.URL + "/pop-ups/u1/door");
        page.getByLabel("Scan or type a code").waitFor();
        return page;
    }

    private static String nonce(Route route) {
        return JsonParser.parseString(route.request().postData())
                .getAsJsonObject()
                .get("nonce")
                .getAsString();
    }

    private static void json(Route route, int status, String body, Map<String, String> headers) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setHeaders(headers)
                .setContentType("application/json")
                .setBody(body));
    }

    private static Locator verdict(Page page, String words) {
        return page.locator("db-gate-verdict").getByText(words);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
