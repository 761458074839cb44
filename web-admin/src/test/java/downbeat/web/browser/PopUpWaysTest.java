package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The rarer ways through the pages of a pop-up: waiting for a place, duplicating a pop-up, cancelling one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PopUpWaysTest {
    private Stage stage;
    private Chromium chromium;
    private Visitor omar;
    private Visitor mia;

    @BeforeAll
    void open() {
        stage = Stage.open();
        chromium = Chromium.open();
        mia = stage.named("mia");
        stage.named("noah");
        omar = stage.appointed("omar", "ORGANIZER");
    }

    @AfterAll
    void close() {
        chromium.close();
        stage.close();
    }

    @Test
    void who_waits_is_offered_the_place_that_comes_back_and_takes_it() {
        var id = PopUpBodies.published(omar, PopUpBodies.onePlace());
        var path = "/pop-ups/" + id;
        var ticket = PopUpBodies.bought(mia, id, "free");
        try (var pocket = chromium.person(360, 780, ColorScheme.DARK)) {
            var page = pocket.newPage();
            Ride.signIn(page, stage.url(), "noah");
            page.navigate(stage.url() + path);
            page.getByText("sold out").first().waitFor();
            button(page, "Wait for a place").click();
            page.getByText("You are on the waiting list.").waitFor();
            mia.post("/api/v1" + path + "/tickets/" + ticket + "/cancel").expecting(200);
            page.reload();
            button(page, "Take the place").click();
            page.getByText("It is yours.").waitFor();
            page.getByAltText("Pass of ticket 2").first().waitFor();
        }
        assertThat(omar.get("/api/v1" + path).json().at("/places/sold").asInt()).isEqualTo(1);
    }

    @Test
    void a_pop_up_is_duplicated_and_cancelled_with_the_keyboard() {
        var path = "/pop-ups/" + PopUpBodies.published(omar);
        try (var desk = chromium.person()) {
            var page = desk.newPage();
            var keys = new Keyboard(page);
            Ride.signIn(page, stage.url(), "omar");
            page.navigate(stage.url() + path + "/edit");
            button(page, "Save the changes").waitFor();
            keys.tabTo("Duplicate").press("Enter");
            keys.tabTo("Make a copy").press("Enter");
            page.waitForURL(url -> url.endsWith("/edit") && !url.contains(path));
            button(page, "Publish").waitFor();
            var copy = page.url().replace(stage.url(), "/api/v1").replace("/edit", "");
            assertThat(omar.get(copy).json().get("localStart").asText()).isEqualTo("2198-12-08T18:00");

            page.navigate(stage.url() + path + "/edit");
            button(page, "Save the changes").waitFor();
            keys.tabTo("Cancel the pop-up").press("Enter");
            keys.tabTo("Reason").type("Storm warning.").press("Enter");
            keys.tabTo("Cancel the pop-up").press("Enter");
            page.getByText("It is cancelled.").waitFor();
            page.navigate(stage.url() + path);
            page.getByText("This pop-up is cancelled: Storm warning.").waitFor();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
