package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The ways through discovery in a browser on a real node: asking to be told and being told, looking from where one is, bringing a calendar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NearJourneyTest {
    private static final String CALENDAR = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//A club//EN
            BEGIN:VEVENT
            UID:ride-1@club.example
            DTSTART;TZID=Europe/Berlin:21980601T180000
            DTEND;TZID=Europe/Berlin:21980601T193000
            SUMMARY:Evening ride
            LOCATION:Market hall, Marktplatz 1
            GEO:52.52;13.41
            END:VEVENT
            BEGIN:VEVENT
            UID:ride-2@club.example
            SUMMARY:Without a time
            LOCATION:Market hall
            GEO:52.52;13.41
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

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
    void who_asks_to_be_told_is_told_of_what_opens_on_the_open_page() {
        var mia = stage.heldOut("mia", false);
        try (var pocket = chromium.person(360, 780, ColorScheme.DARK)) {
            var page = pocket.newPage();
            Ride.signIn(page, stage.url(), mia.name());
            page.navigate(stage.url() + "/discover");
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Where"))
                    .pressSequentially("Alexanderplatz");
            page.getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("Places"))
                    .getByRole(AriaRole.OPTION)
                    .first()
                    .click();
            page.waitForURL(url -> url.contains("place="));
            button(page, "Tell me when something opens here").click();

            var dialog = page.locator("db-tell-me db-sheet-dialog");
            var tellMe = dialog.getByRole(
                    AriaRole.BUTTON,
                    new Locator.GetByRoleOptions().setName("Tell me").setExact(true));
            tellMe.click();
            dialog.getByText("Without your consent nothing is kept").waitFor();
            assertThat(mia.get("/api/v1/me/alerts").json().get("items")).isEmpty();
            dialog.getByLabel("Keep the area and that I want to know").check();
            dialog.getByLabel("Tell me nothing in these hours").uncheck();
            tellMe.click();
            dialog.getByText("Saved: you will be told.").waitFor();
            page.keyboard().press("Escape");

            var path = "/pop-ups/" + PopUpBodies.published(omar, PopUpBodies.at(52.5216, 13.4114));
            var news = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("New near you"));
            news.getByText("Threshold on the square").waitFor();
            assertThat(news.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("See the pop-up"))
                            .getAttribute("href"))
                    .isEqualTo(path);

            button(page, "Tell me when something opens here").click();
            dialog.getByText("Delete").first().click();
            button(page, "Delete it").click();
            dialog.getByText("You have no alerts yet.").waitFor();
            assertThat(mia.get("/api/v1/me/alerts").json().get("items")).isEmpty();
        }
    }

    @Test
    void where_somebody_is_leaves_the_device_when_they_tap_and_rounded() {
        PopUpBodies.published(omar, PopUpBodies.at(48.1372, 11.5755));
        try (var pocket = chromium.person(360, 780, ColorScheme.LIGHT)) {
            pocket.grantPermissions(List.of("geolocation"));
            pocket.setGeolocation(new Geolocation(48.137154, 11.576124));
            var page = pocket.newPage();
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(stage.url() + "/discover");
            page.getByText("Threshold on the square").first().waitFor();
            assertThat(asked).noneMatch(url -> url.contains("near="));
            button(page, "Use my position").click();
            page.waitForURL(url -> url.contains("near="));
            page.getByText("1 found").waitFor();
            assertThat(asked.stream().filter(url -> url.contains("near=")))
                    .isNotEmpty()
                    .allMatch(url -> url.contains("near=48.14%2C11.58"));
            assertThat(page.url()).doesNotContain("48.137");
        }
    }

    @Test
    void an_organizer_brings_a_calendar_sees_what_would_come_of_it_and_makes_drafts() {
        try (var desk = chromium.person()) {
            var page = desk.newPage();
            Ride.signIn(page, stage.url(), "omar");
            page.navigate(stage.url() + "/pop-ups");
            var part = page.locator("db-pop-up-import");
            part.getByText("Import from a file").click();
            part.getByLabel("Host").fill("Velo Club Nord");
            part.getByLabel("How many people fit").fill("30");
            page.keyboard().press("Tab");
            part.locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload("club.ics", "text/calendar", CALENDAR.getBytes(StandardCharsets.UTF_8)));
            part.getByText("1 can be made, 1 not possible").waitFor();
            part.getByText("Evening ride").waitFor();
            button(page, "Make 1 draft").click();
            part.getByText("1 made, 1 not possible").waitFor();
            part.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Evening ride"))
                    .click();
            button(page, "Publish").waitFor();
            assertThat(page.getByLabel("Title").inputValue()).isEqualTo("Evening ride");
            assertThat(page.getByLabel("Starts", new Page.GetByLabelOptions().setExact(true))
                            .inputValue())
                    .isEqualTo("2198-06-01T18:00");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
