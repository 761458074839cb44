package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Word of a pop-up: from its organizer to a guest, and on somebody else's site, on a real node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordJourneyTest {
    private Stage stage;
    private Chromium chromium;
    private Visitor omar;

    @BeforeAll
    void open() {
        stage = Stage.open();
        chromium = Chromium.open();
        omar = stage.organizer("omar");
    }

    @AfterAll
    void close() {
        chromium.close();
        stage.close();
    }

    @Test
    void an_organizer_looks_at_a_message_sends_it_and_a_guest_reads_it() {
        var mia = stage.named("mia");
        var id = PopUpBodies.published(omar);
        PopUpBodies.bought(mia, id, "free");
        try (var desk = chromium.person();
                var pocket = chromium.person(360, 780, ColorScheme.DARK)) {
            var page = desk.newPage();
            Ride.signIn(page, stage.url(), "omar");
            page.navigate(stage.url() + "/pop-ups/" + id + "/edit");
            button(page, "Look at it before it goes out").click();
            page.getByText("Say what it is about.").waitFor();
            page.getByLabel("Subject").fill("The gate");
            page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true))
                    .fill("Come in <b>north</b>.\n\nBring a light.");
            button(page, "Look at it before it goes out").click();
            page.getByText("To everybody with a ticket: 1 person").waitFor();
            page.getByText("This node sends no e-mail").waitFor();
            button(page, "Send to 1 person").click();
            page.getByText("It is on its way to 1 person.").waitFor();
            page.locator("db-messages summary").getByText("The gate").click();
            page.locator("db-messages li").getByText("on their page").waitFor();

            var reader = pocket.newPage();
            Ride.signIn(reader, stage.url(), "mia");
            reader.navigate(stage.url() + "/pop-ups");
            reader.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your messages"))
                    .click();
            reader.getByText("Come in <b>north</b>.").waitFor();
            reader.getByText("Send them to mia@example.org too").click();
            reader.getByText("No more e-mail: messages are here only.").waitFor();
            reader.reload();
            reader.getByText("Come in <b>north</b>.").waitFor();
            assertThat(reader.getByRole(AriaRole.CHECKBOX).isChecked()).isFalse();
        }
    }

    @Test
    void on_another_site_it_shows_what_is_left_and_is_as_tall_as_it_must_be() throws IOException {
        var id = PopUpBodies.published(omar);
        var elsewhere = elsewhere("""
                <!doctype html><title>A club</title><body><p>Our next ride:</p>
                <script src="%s/widget.js" data-pop-up="%s" data-label="Our next ride" async></script>""".formatted(stage.url(), id));
        try {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (var context = chromium.person(296, 600, scheme)) {
                    var page = context.newPage();
                    page.navigate("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/");
                    var frame = page.frameLocator("iframe[title='Our next ride']");
                    frame.getByText("5 of 5 left").waitFor();
                    frame.getByRole(AriaRole.HEADING)
                            .getByText("Threshold on the square")
                            .waitFor();
                    page.waitForFunction("() => parseFloat(document.querySelector('iframe').style.height) !== 224");
                    var inside = page.frames().getLast();
                    assertThat(inside.evaluate("document.documentElement.scrollHeight <= innerHeight + 1"
                                    + " && document.documentElement.scrollWidth <= innerWidth"))
                            .as("nothing is cut off")
                            .isEqualTo(true);
                    assertThat(context.cookies()).isEmpty();
                    var button = frame.getByRole(AriaRole.LINK);
                    assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44);
                    assertThat(button.getAttribute("href")).isEqualTo(stage.url() + "/pop-ups/" + id);
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "looks", "widget-280-" + scheme + ".png")));
                }
            }
        } finally {
            elsewhere.stop(0);
        }
    }

    /** Another site: another host and another port. */
    private static HttpServer elsewhere(String html) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
