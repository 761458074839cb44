package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
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
    void a_scan_whose_answer_was_lost_is_decided_here_and_uploaded_under_its_nonce() {
        try (var context = chromium.person()) {
            var page = door(context);
            var nonces = new CopyOnWriteArrayList<String>();
            page.route(SCANS, route -> {
                nonces.add(nonce(route));
                route.abort();
            });
            page.route(SCANS + "/offline", route -> {
                var sent = scans(route);
                sent.forEach(
                        scan -> nonces.add(scan.getAsJsonObject().get("nonce").getAsString()));
                json(route, 200, fates(sent, "KEPT_ALREADY"), Map.of());
            });
            page.getByText("Guest list as of").waitFor();
            page.getByLabel("Scan or type a code").fill("AQEAAAAA");
            page.keyboard().press("Enter");
            verdict(page, "Not a pass").waitFor();
            verdict(page, "Decided by this device alone").waitFor();
            page.getByText("Online.").waitFor();
            assertThat(nonces).hasSize(2);
            assertThat(nonces.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void without_a_network_the_door_decides_alone_finds_guests_sells_nothing_and_shows_what_was_not_taken() {
        try (var context = chromium.person()) {
            var page = door(context);
            page.getByText("Guest list as of").waitFor();
            page.route(SCANS + "/offline", route -> json(route, 200, fates(scans(route), "DEVICE_REVOKED"), Map.of()));
            var cut = page.getByText("No connection. This device decides alone");
            assertThat(cut.count()).isZero();
            context.setOffline(true);
            cut.waitFor();
            page.getByText("Selling needs the connection").waitFor();
            page.getByLabel("Name of the guest").fill("peña");
            page.getByText("1 ticket, from the guest list of this device").waitFor();
            page.getByText("Ticket 8, Supporter with a bike of the house: not here yet, €12.50")
                    .waitFor();
            page.getByLabel("Scan or type a code").fill("AQEAAAAA");
            page.keyboard().press("Enter");
            page.getByText("1 scan waits for upload.").waitFor();
            context.setOffline(false);
            cut.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            page.getByText("1 scan was not taken by the server: this device had been revoked.")
                    .waitFor();
        }
    }

    @Test
    void a_walk_in_is_one_however_often_it_is_sent_and_is_let_in_at_once() {
        try (var context = chromium.person()) {
            var page = door(context);
            var bodies = new CopyOnWriteArrayList<String>();
            page.route(Site.URL + "/api/v1/pop-ups/u1/walk-ins", route -> {
                bodies.add(route.request().postData());
                if (bodies.size() < 4) {
                    route.abort();
                } else {
                    json(route, 200, LET_IN.replace("\"Mia Member\"", "\"\""), Map.of());
                }
            });
            page.getByLabel("Ticket", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("supporter");
            page.getByLabel("€12.50 is paid").check();
            button(page, "Let in").click();
            page.getByText("The server cannot be reached.").waitFor();
            button(page, "Let in").click();
            verdict(page, "Come in").waitFor();
            assertThat(bodies.stream().distinct()).hasSize(1);
            assertThat(JsonParser.parseString(bodies.getFirst())
                            .getAsJsonObject()
                            .get("paid")
                            .getAsBoolean())
                    .isTrue();
        }
    }

    @Test
    void an_invited_device_works_at_its_door_and_overrides_nothing() {
        try (var context = chromium.person()) {
            Looks.site("member.json")
                    .answer(
                            "/door-session",
                            200,
                            "{\"popUp\":\"u1\",\"device\":\"d-1\",\"name\":\"Phone of Ana\",\"supervisor\":false,\"expiresAt\":\"2198-12-02T00:00:00Z\"}")
                    .openTo(context);
            var page = context.newPage();
            page.navigate(Site.URL + "/pop-ups/u1/door");
            page.route(
                    SCANS,
                    route -> json(
                            route,
                            200,
                            LET_IN.replace("true,\"reason\":\"OK\"", "false,\"reason\":\"ALREADY_INSIDE\"")
                                    .replace("Overridden\":false", "Overridden\":true"),
                            Map.of()));
            page.getByText("Scanned by Phone of Ana.").waitFor();
            page.getByLabel("Scan or type a code").fill("AQEAAAAA");
            page.keyboard().press("Enter");
            verdict(page, "Already inside").waitFor();
            assertThat(page.getByText("Let through anyway").count()).isZero();
            assertThat(page.getByText("Organize").count()).isZero();
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

    private static JsonArray scans(Route route) {
        return JsonParser.parseString(route.request().postData())
                .getAsJsonObject()
                .getAsJsonArray("scans");
    }

    private static String fates(JsonArray scans, String fate) {
        var answers = new JsonArray();
        scans.forEach(scan -> {
            var answer = new JsonObject();
            answer.add("nonce", scan.getAsJsonObject().get("nonce"));
            answer.addProperty("fate", fate);
            answers.add(answer);
        });
        return "{\"answers\":" + answers + "}";
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
