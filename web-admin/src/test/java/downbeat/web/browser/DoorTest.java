package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import downbeat.web.pass.QrPicture;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A volunteer with a phone at the door of a real node: through its camera, and without a network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTest {
    private static final String CUT = "No connection. This device decides alone";

    private Stage stage;
    private Visitor omar;

    @BeforeAll
    void open() {
        stage = Stage.open();
        omar = stage.organizer("omar");
    }

    @AfterAll
    void close() {
        stage.close();
    }

    /** A pop-up with open doors, its passes, and a device that is known there. */
    private record Door(String id, String path, String phone, List<String> passes, List<Visitor> guests) {
        static Door open(Stage stage, Visitor omar, String name, int guests) {
            var form = PopUpBodies.form("capacity", guests + 1);
            form.put("kinds", List.of(PopUpBodies.kind("free", "FREE", guests + 1, 0)));
            var id = PopUpBodies.published(omar, form);
            var passes = new ArrayList<String>();
            var people = new ArrayList<Visitor>();
            for (int number = 1; number <= guests; number++) {
                var guest = stage.named(name + number);
                passes.add(PopUpBodies.pass(guest, id, PopUpBodies.bought(guest, id, "free")));
                people.add(guest);
            }
            var phone = PopUpBodies.device(omar, id);
            omar.post(PopUpBodies.ALL + "/" + id + "/open").expecting(200);
            return new Door(id, "/pop-ups/" + id + "/door", phone, passes, people);
        }

        String pass(int number) {
            return passes.get(number - 1);
        }

        String api() {
            return PopUpBodies.ALL + "/" + id;
        }

        /** This browser is that device. */
        void isThis(Page page) {
            page.evaluate(
                    "([id, device]) => localStorage.setItem(`downbeat.gate.${id}`, JSON.stringify({ device }))",
                    List.of(id, phone));
        }
    }

    @Test
    void a_pass_that_the_camera_sees_is_let_in_once_and_refused_when_it_is_seen_again() throws IOException {
        var door = Door.open(stage, omar, "camera", 1);
        var film = Files.createTempFile("pass", ".y4m");
        Files.write(film, MediaFiles.heldUp(QrPicture.png(door.pass(1))));
        try (var chromium = Chromium.open(
                        "--use-fake-ui-for-media-stream",
                        "--use-fake-device-for-media-stream",
                        "--use-file-for-fake-video-capture=" + film);
                var context = chromium.person()) {
            var page = context.newPage();
            Ride.signIn(page, stage.url(), "omar");
            door.isThis(page);
            page.navigate(stage.url() + door.path());
            button(page, "Read with the camera").click();
            verdict(page, "Come in").waitFor();
            verdict(page, "camera1").waitFor();
            verdict(page, "Already inside").waitFor();
            verdict(page, "through Main gate, scanned by Phone of Ana").waitFor();
            button(page, "Switch the camera off").click();
        }
        Files.delete(film);
        var all = omar.get(door.api() + "/door").expecting(200).json().get("all");
        assertThat(all.get("entries").asInt()).isEqualTo(1);
    }

    @Test
    void the_door_goes_on_alone_through_a_killed_browser_and_nothing_is_lost_or_doubled() {
        var door = Door.open(stage, omar, "guest", 6);
        var elsewhere = Door.open(stage, omar, "stranger", 1);
        door.guests().get(4).post(door.api() + "/tickets/5/cancel").expecting(200);
        try (var link = NarrowLink.to(stage.url());
                var pocket = Pocket.open()) {
            var page = pocket.page();
            Ride.signIn(page, link.url(), "omar");
            door.isThis(page);
            page.navigate(link.url() + door.path());
            page.getByText("Guest list as of").waitFor();
            everythingIsPutAside(page);
            theReplyIsLost(page, door);

            link.fallSilent();
            shown(page, door.pass(2), "Come in");
            page.getByText(CUT).waitFor();
            shown(page, door.pass(2), "Already inside");
            shown(page, elsewhere.pass(1), "Another pop-up");
            shown(page, forged(door.pass(3)), "Not genuine");
            shown(page, door.pass(5), "Ticket cancelled");
            page.getByText("5 scans wait for upload.").waitFor();

            pocket.kill();
            pocket.startAgain();
            page = pocket.page();
            page.navigate(link.url() + "/");
            page.getByText("Doors that go on here").waitFor();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Door: "))
                    .click();
            page.getByText("5 scans wait for upload.").waitFor();
            shown(page, door.pass(2), "Already inside");
            verdict(page, "through Main gate, scanned by Phone of Ana").waitFor();
            shown(page, door.pass(3), "Come in");
            shown(page, door.pass(4), "Come in");
            var tablet = PopUpBodies.device(omar, door.id());
            omar.post(door.api() + "/scans", PopUpBodies.scan(door.pass(4), "tablet-1", tablet))
                    .expecting(200);

            link.comeBack();
            page.getByText("Online.").waitFor();
            assertThat(page.getByText("wait for upload").count()).isZero();
            page.getByText("guest4, ticket 4: came in twice").waitFor();
        }
        everythingIsThereOnce(door);
    }

    /** The server lets in, and its answer never comes: the device decides the same scan, which stays one admission. */
    private static void theReplyIsLost(Page page, Door door) {
        page.route("**/scans", route -> {
            route.fetch();
            route.abort();
        });
        shown(page, door.pass(1), "Come in");
        page.getByText("Online.").waitFor();
        page.unrouteAll();
    }

    private void everythingIsThereOnce(Door door) {
        var now = omar.get(door.api() + "/door").expecting(200).json();
        assertThat(now.at("/all/entries").asInt()).as("1 to 4, and 4 again").isEqualTo(5);
        assertThat(now.at("/all/refused").asInt()).isEqualTo(5);
        assertThat(now.get("incidents")).hasSize(1);
        assertThat(now.at("/incidents/0/kinds/0").asText()).isEqualTo("DOUBLE_ADMISSION");
        assertThat(now.get("untold").asInt()).isZero();
        var guests = omar.get(door.api() + "/attendees").expecting(200).json().get("items");
        assertThat(guests).extracting(guest -> guest.get("entries").asInt()).containsExactly(1, 1, 1, 2, 0, 0);
    }

    private static String forged(String pass) {
        var end = pass.endsWith("A") ? "B" : "A";
        return pass.substring(0, pass.length() - 9) + end + pass.substring(pass.length() - 8);
    }

    /** Typed as a scanner does, and answered. */
    private static void shown(Page page, String pass, String words) {
        page.getByLabel("Scan or type a code").fill(pass);
        page.keyboard().press("Enter");
        verdict(page, words).waitFor();
    }

    private static void everythingIsPutAside(Page page) {
        page.waitForFunction("() => navigator.serviceWorker.controller");
        for (var file : List.of("/shell-of-doors", "third-party/jsqr.js", "pages/pop-up-door.js")) {
            page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("""
                    async (end) => { for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) if (url.endsWith(end)) return true; return false; }""", file)));
        }
    }

    private static Locator verdict(Page page, String words) {
        return page.locator("db-gate-verdict").getByText(words);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
