package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A member deletes the account on the page: what is open stops it, and in the end nobody is signed in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EraseJourneyTest {
    private static final String TITLE = String.valueOf(PopUpBodies.form().get("title"));

    private Stage stage;
    private Chromium chromium;

    @BeforeAll
    void open() {
        stage = Stage.open();
        chromium = Chromium.open();
    }

    @AfterAll
    void close() {
        chromium.close();
        stage.close();
    }

    @Test
    void what_is_open_is_listed_a_wrong_password_is_said_and_then_all_of_it_is_deleted() {
        var omar = stage.organizer("page-omar");
        var mia = stage.named("page-mia");
        var popUp = PopUpBodies.published(omar);
        PopUpBodies.bought(mia, popUp, "free");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(mia.get("/api/v1/me/tickets").json().get("items"))
                                .hasSize(1));
        try (var context = chromium.person()) {
            var page = signedIn(context.newPage());
            delete(page, "not the password");
            page.getByText("is not that of your account").waitFor();
            delete(page, Visitor.PASSWORD);
            var link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(TITLE));
            link.waitFor();
            assertThat(link.getAttribute("href")).isEqualTo("/pop-ups/" + popUp);

            omar.post(PopUpBodies.ALL + "/" + popUp + "/cancel", Map.of("reason", "none"))
                    .expecting(200);
            delete(page, Visitor.PASSWORD);
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your account is deleted"))
                    .waitFor();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                    .waitFor();
            mia.get("/api/v1/me").expecting(401);
        }
    }

    private Page signedIn(Page page) {
        page.navigate(stage.url() + "/signin?back=/account");
        page.getByLabel("E-mail").fill("page-mia@example.org");
        page.getByLabel("Password").fill(Visitor.PASSWORD);
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Delete my account"))
                .waitFor();
        return page;
    }

    /** With the keyboard alone. */
    private static void delete(Page page, String password) {
        page.getByLabel("Your password").fill(password);
        page.keyboard().press("Enter");
        var yes = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete it"));
        yes.waitFor();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
    }
}
