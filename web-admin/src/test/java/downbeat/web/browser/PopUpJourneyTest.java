package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A pop-up from its first line to the second scan of a pass, by an organizer with a keyboard and a member with a small phone, on a real node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PopUpJourneyTest {
    private Stage stage;
    private Chromium chromium;
    private Visitor mia;
    private Visitor omar;

    @BeforeAll
    void open() {
        stage = Stage.open();
        chromium = Chromium.open();
        mia = stage.wellKnown("mia");
        omar = stage.appointed("omar", "ORGANIZER");
    }

    @AfterAll
    void close() {
        chromium.close();
        stage.close();
    }

    @Test
    void an_organizer_publishes_a_member_takes_a_ticket_and_the_door_lets_it_in_once() {
        try (var desk = chromium.person();
                var pocket = chromium.person(360, 780, ColorScheme.DARK)) {
            var organizer = desk.newPage();
            var keys = new Keyboard(organizer);
            Ride.signIn(organizer, stage.url(), "omar");
            aPopUpIsWritten(organizer, keys);
            picturesAreBroughtWordedOrderedAndRemoved(organizer);
            var path = aPopUpIsPublished(organizer, keys);

            var member = pocket.newPage();
            Ride.signIn(member, stage.url(), "mia");
            aTicketIsTaken(member, path);
            theGuestIsOnTheList(organizer, path);
            theDoorLetsThePassInOnce(organizer, keys, path);
        }
    }

    private void aPopUpIsWritten(Page page, Keyboard keys) {
        page.navigate(stage.url() + "/pop-ups");
        page.getByText("Your pop-ups").waitFor();
        keys.tabTo("New pop-up").press("Enter");
        button(page, "Save as a draft").waitFor();
        keys.tabTo("Save as a draft").press("Enter");
        page.getByText("Give the pop-up a title.").waitFor();
        keys.isOn("Title");
        keys.type("Threshold on the square");
        keys.tabTo("Host").press("Control+A").type("Velo Club Nord");
        // Within the half hour before the start, so that the doors open at once.
        page.getByLabel("Starts")
                .fill(LocalDateTime.now(ZoneId.of("Europe/Berlin"))
                        .plusMinutes(20)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        keys.tabTo("Time zone").press("Control+A").type("Europe/Berlin");
        keys.tabTo("Place").type("Market hall");
        keys.tabTo("Address").type("Marktplatz 1, 20095 Hamburg");
        keys.tabTo("Coordinates").type("53.55, 9.99");
        keys.tabTo("Save as a draft").press("Enter");
    }

    private void picturesAreBroughtWordedOrderedAndRemoved(Page page) {
        page.waitForURL("**/pop-ups/*/edit");
        var pictures = page.locator("db-pop-up-pictures");
        bring(page, "", 1);
        pictures.getByText("Say it first").waitFor();
        bring(page, "Bikes in rows", 1);
        pictures.getByAltText("Bikes in rows").waitFor();
        bring(page, "The gate", 2);
        pictures.getByAltText("The gate").waitFor();

        pictures.getByLabel("Earlier: The gate").click();
        pictures.getByText("“The gate” is number 1 now.").waitFor();
        var words = pictures.getByLabel("What is to be seen", new Locator.GetByLabelOptions().setExact(true));
        words.first().fill("The gate in the north");
        words.first().blur();
        pictures.getByText("The words are saved.").waitFor();
        assertThat(alts(page)).containsExactly("The gate in the north", "Bikes in rows");

        omar.patch(elsewhere(page), Map.of("alt", "Bikes, and trees"), "*").expecting(200);
        words.last().fill("Forty bikes");
        words.last().blur();
        pictures.getByText("The pictures were changed elsewhere").waitFor();
        assertThat(words.last().inputValue()).as("what they made of it").isEqualTo("Bikes, and trees");

        pictures.getByLabel("Remove: The gate in the north").click();
        page.getByRole(AriaRole.DIALOG)
                .getByText("Remove", new Locator.GetByTextOptions().setExact(true))
                .click();
        pictures.getByText("The picture is removed.").waitFor();
        assertThat(alts(page)).containsExactly("Bikes, and trees");
    }

    private static void bring(Page page, String words, int seed) {
        page.getByLabel("What is to be seen on the next one").fill(words);
        page.locator("db-pop-up-pictures input[type=file]")
                .setInputFiles(new FilePayload("square.png", "image/png", MediaFiles.stripes(seed)));
    }

    private List<String> alts(Page page) {
        return popUp(page).json().get("pictures").findValuesAsText("alt");
    }

    private String elsewhere(Page page) {
        return "/api/v1" + pathOf(page) + "/pictures/"
                + popUp(page).json().at("/pictures/1/hash").asText();
    }

    private Reply popUp(Page page) {
        return omar.get("/api/v1" + pathOf(page)).expecting(200);
    }

    private static String pathOf(Page page) {
        return page.url().replaceFirst("^https?://[^/]+", "").replace("/edit", "");
    }

    /** Its path. */
    private String aPopUpIsPublished(Page page, Keyboard keys) {
        page.waitForURL("**/pop-ups/*/edit");
        button(page, "Publish").waitFor();
        keys.tabTo("Publish").press("Enter");
        page.getByText("It is published.").waitFor();
        assertThat(keys.focus()).as("the keyboard keeps a place").isNotEqualTo("nothing");
        return page.url().substring(stage.url().length()).replace("/edit", "");
    }

    private void aTicketIsTaken(Page page, String path) {
        page.navigate(stage.url() + path);
        page.getByText("40 left").waitFor();
        button(page, "Take a ticket").click();
        page.getByText("Kept for you").waitFor();
        assertThat(page.getByRole(AriaRole.TIMER).textContent()).matches("(10:00|9:\\d\\d)");
        button(page, "Confirm").click();
        page.getByText("It is yours.").waitFor();
        var picture = page.getByAltText("Pass of ticket").first();
        picture.waitFor();
        page.waitForCondition(() -> Boolean.TRUE.equals(picture.evaluate("image => image.naturalWidth > 100")));
        assertThat(picture.boundingBox().width)
                .as("px, to be scanned from a phone")
                .isGreaterThan(240);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing scrolls sideways")
                .isEqualTo(true);
    }

    private void theGuestIsOnTheList(Page page, String path) {
        page.navigate(stage.url() + path + "/edit");
        var guests = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Guests"))
                .last();
        guests.getByText("mia").waitFor();
        page.getByLabel("Search by name").fill("nobody");
        page.getByText("Nobody of that name has a ticket.").waitFor();
        page.getByLabel("Search by name").fill("MI");
        guests.getByText("mia").waitFor();
    }

    private void theDoorLetsThePassInOnce(Page page, Keyboard keys, String path) {
        page.navigate(stage.url() + path + "/door");
        page.getByText("This device at the door").waitFor();
        keys.tabTo("Name of this device").press("Control+A").type("Phone of Ana");
        keys.press("Enter");
        keys.isOn("Scan or type a code");
        var pass = mia.get("/api/v1" + path + "/tickets/1/pass")
                .expecting(200)
                .json()
                .get("text")
                .asText();
        keys.type(pass).press("Enter");
        verdict(page, "Come in").waitFor();
        verdict(page, "mia").waitFor();
        keys.isOn("Scan or type a code");
        keys.type(pass).press("Enter");
        verdict(page, "Already inside").waitFor();
        verdict(page, "through Main gate, scanned by Phone of Ana").waitFor();
        keys.type(pass.substring(0, 40)).press("Enter");
        verdict(page, "Not a pass").waitFor();
        counter(page, "Refused", "2").waitFor();
        keys.tabTo("Exit").press("Space");
        keys.type(pass).press("Enter");
        verdict(page, "Out").waitFor();
        counter(page, "Inside", "0").waitFor();
    }

    private static Locator verdict(Page page, String words) {
        return page.locator("db-gate-verdict").getByText(words);
    }

    private static Locator counter(Page page, String name, String value) {
        return page.locator("db-gate-counts dl div")
                .filter(new Locator.FilterOptions().setHasText(name))
                .getByText(value, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
