package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The press on join, on a real node: what the page asks the server for before and after it. */
class JoinJourneyTest {
    /** What is put aside for a time without a network is fetched at its own pace and has nothing to do with the press. */
    private static final String PUTS_NOTHING_ASIDE =
            "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })";

    private Chromium chromium;
    private Ride ride;

    @BeforeEach
    void open() {
        chromium = Chromium.open();
        ride = Ride.announced();
    }

    @AfterEach
    void close() {
        chromium.close();
        ride.close();
    }

    @Test
    void between_the_press_and_the_socket_the_page_asks_for_nothing() {
        try (var phone = chromium.person()) {
            phone.addInitScript(PUTS_NOTHING_ASIDE);
            var page = phone.newPage();
            var asked = new CopyOnWriteArrayList<String>();
            page.onRequest(request -> asked.add(request.method() + " " + path(request.url())));
            page.onWebSocket(socket -> asked.add("socket"));
            Ride.signIn(page, ride.url(), "mia");
            page.navigate(ride.url() + "/room/" + ride.classId());
            page.getByText("The lobby is not open yet").waitFor();
            assertThat(asked).as("before the doors open").doesNotContain(join());

            page.waitForResponse(response -> response.url().endsWith("/join?ahead=true"), ride::begin);
            assertThat(asked).as("as soon as they do").contains(join()).doesNotContain("socket");
            asked.clear();
            page.waitForWebSocket(() -> press(page));
            assertThat(asked.getFirst()).as("the first thing after the press").isEqualTo("socket");
            page.getByText("Connected").waitFor();
            assertThat(asked).as("nor is a second token asked for").doesNotContain(join());
        }
    }

    @Test
    void who_holds_no_place_is_asked_for_only_by_the_press_and_told_why_not() {
        ride.begin();
        ride.comes("noah");
        try (var phone = chromium.person()) {
            var page = phone.newPage();
            var asked = new CopyOnWriteArrayList<String>();
            page.onRequest(request -> asked.add(request.method() + " " + path(request.url())));
            Ride.signIn(page, ride.url(), "noah");
            page.navigate(ride.url() + "/room/" + ride.classId());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join the class"))
                    .waitFor();
            assertThat(asked).doesNotContain(join());
            press(page);
            page.getByText("You hold no place in this class").waitFor();
            assertThat(asked).contains(join());
        }
    }

    private String join() {
        return "POST " + ride.path() + "/join";
    }

    private static void press(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join the class"))
                .click();
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }
}
