package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An organizer sets up the door with a keyboard, a volunteer comes to it with a phone, and a ticket goes from one member to another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorStaffTest {
    private Stage stage;
    private Chromium chromium;
    private Visitor omar;
    private Visitor mia;
    private String path;

    @BeforeAll
    void open() {
        stage = Stage.open();
        chromium = Chromium.open();
        mia = stage.named("mia");
        stage.named("noah");
        omar = stage.appointed("omar", "ORGANIZER");
        path = "/pop-ups/" + PopUpBodies.published(omar);
    }

    @AfterAll
    void close() {
        chromium.close();
        stage.close();
    }

    @Test
    void gates_are_set_and_a_volunteer_is_invited_and_shut_out_again() {
        try (var desk = chromium.person();
                var pocket = chromium.person(360, 780, ColorScheme.DARK)) {
            var page = desk.newPage();
            var keys = new Keyboard(page);
            Ride.signIn(page, stage.url(), "omar");
            page.navigate(stage.url() + path + "/edit");
            gatesAreSet(page, keys);
            var link = aPhoneIsInvited(page, keys);
            theVolunteerComesToTheDoor(pocket, link);
            theLinkWorksOnce(link);
            thePhoneIsShutOut(page, keys, pocket);
        }
    }

    private void gatesAreSet(Page page, Keyboard keys) {
        button(page, "Another gate").waitFor();
        keys.tabTo("Another gate").press("Enter");
        keys.isOn("Called");
        keys.tabTo("Save the gates").press("Enter");
        page.getByText("Name this gate.").waitFor();
        keys.isOn("Called");
        keys.type("North gate").tabTo("Entry").press("Space");
        keys.tabTo("For every ticket").press("Enter").tabTo("Tickets bike").press("Space");
        keys.tabTo("Save the gates").press("Enter");
        page.getByText("The gates are saved.").waitFor();
        var north = omar.get("/api/v1" + path + "/door").json().at("/gates/1");
        assertThat(north.get("id").asText()).isEqualTo("north-gate");
        assertThat(north.get("entry").asBoolean()).isFalse();
        assertThat(north.get("kinds").toString()).isEqualTo("[\"bike\"]");
    }

    private static String aPhoneIsInvited(Page page, Keyboard keys) {
        keys.tabBackTo("Name of a device").type("Phone of Ana").press("Enter");
        button(page, "Make the invitation").waitFor();
        keys.tabTo("Make the invitation").press("Enter");
        var picture = page.getByAltText("The invitation as a code");
        picture.waitFor();
        page.waitForCondition(() -> Boolean.TRUE.equals(picture.evaluate("image => image.naturalWidth > 100")));
        var link = page.getByLabel("Link of the invitation").inputValue();
        keys.press("Escape");
        return link;
    }

    private void theVolunteerComesToTheDoor(BrowserContext pocket, String link) {
        var page = pocket.newPage();
        page.navigate(link);
        page.getByText("You need no account.").waitFor();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing scrolls sideways")
                .isEqualTo(true);
        page.waitForRequest(
                "**" + path + "/door", () -> button(page, "Go to the door").click());
        assertThat(session(pocket).text()).contains("\"name\":\"Phone of Ana\"", "\"supervisor\":false");
        assertThat(pocket.request()
                        .get(stage.url() + "/api/v1" + path + "/door")
                        .status())
                .isEqualTo(200);
    }

    private APIResponse session(BrowserContext pocket) {
        return pocket.request().get(stage.url() + "/api/v1/door-session");
    }

    private void theLinkWorksOnce(String link) {
        try (var other = chromium.person()) {
            var page = other.newPage();
            page.navigate(link);
            button(page, "Go to the door").click();
            page.getByText("This invitation was used before").waitFor();
            assertThat(session(other).status()).isEqualTo(404);
        }
    }

    private void thePhoneIsShutOut(Page page, Keyboard keys, BrowserContext pocket) {
        keys.tabBackTo("Revoke: Phone of Ana").press("Enter");
        keys.tabTo("Revoke the device").press("Enter");
        page.getByText("revoked ").waitFor();
        assertThat(session(pocket).status()).isEqualTo(404);
        assertThat(pocket.request()
                        .get(stage.url() + "/api/v1" + path + "/door")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_ticket_is_given_to_somebody_who_signs_in_first_and_taken_back_by_the_organizer() {
        PopUpBodies.bought(mia, path.replace("/pop-ups/", ""), "free");
        try (var pocket = chromium.person(360, 780, ColorScheme.LIGHT);
                var friends = chromium.person(360, 780, ColorScheme.DARK);
                var desk = chromium.person()) {
            var giver = pocket.newPage();
            Ride.signIn(giver, stage.url(), "mia");
            giver.navigate(stage.url() + path);
            button(giver, "Give away ticket").click();
            var link = giver.getByLabel("Link of the ticket").inputValue();

            var taker = friends.newPage();
            taker.navigate(link);
            taker.getByText("mia gives you a ticket").waitFor();
            button(taker, "Sign in to take it").click();
            taker.getByLabel("E-mail").fill("noah@example.org");
            taker.getByLabel("Password").fill(Visitor.PASSWORD);
            taker.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                    .click();
            button(taker, "Take the ticket").click();
            taker.getByText("Your tickets").waitFor();
            giver.reload();
            giver.getByText("5 left").or(giver.getByText("4 left")).first().waitFor();
            assertThat(giver.getByText("Your tickets").count()).isZero();

            theTicketIsTakenBack(desk.newPage());
            taker.reload();
            taker.getByText("The organizer took this ticket back.").waitFor();
        }
    }

    private void theTicketIsTakenBack(Page page) {
        var keys = new Keyboard(page);
        Ride.signIn(page, stage.url(), "omar");
        page.navigate(stage.url() + path + "/edit");
        button(page, "Take back: ticket").waitFor();
        keys.tabTo("Take back: ticket").press("Enter");
        page.getByText("from noah?").waitFor();
        keys.tabTo("Take the ticket back").press("Enter");
        page.getByText("Say why.").waitFor();
        keys.isOn("Reason");
        keys.type("The bike is broken.").press("Enter");
        page.getByText("is taken back.").waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
