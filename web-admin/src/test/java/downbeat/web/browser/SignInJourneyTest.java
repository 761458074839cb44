package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import downbeat.web.stage.Stage;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Making an account and signing in, on a real node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInJourneyTest {
    private static final String PASSWORD = "correct horse battery";

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
    void a_trainer_makes_an_account_with_the_keyboard_alone() {
        try (var context = chromium.person()) {
            var page = context.newPage();
            page.navigate(stage.url() + "/signin");
            page.getByRole(AriaRole.HEADING, named("Sign in")).waitFor();
            tabTo(page, "Make an account");
            page.keyboard().press("Enter");
            page.getByRole(AriaRole.HEADING, named("Make an account")).waitFor();
            page.getByLabel("Name").focus();
            page.keyboard().type("Robin");
            page.keyboard().press("Tab");
            page.keyboard().type("robin@example.org");
            page.keyboard().press("Tab");
            page.keyboard().type(PASSWORD);
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL(stage.url() + "/console");
            page.getByRole(AriaRole.HEADING, named("Your classes")).waitFor();
        }
    }

    @Test
    void a_wrong_password_is_said_and_nothing_typed_is_lost() {
        stage.named("Mia");
        try (var context = chromium.person()) {
            var page = context.newPage();
            page.navigate(stage.url() + "/signin");
            page.getByLabel("E-mail").fill("nobody@example.org");
            page.getByLabel("Password").fill(PASSWORD);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                    .click();
            page.getByRole(AriaRole.ALERT).waitFor();
            assertThat(page.getByLabel("E-mail").inputValue()).isEqualTo("nobody@example.org");
        }
    }

    @Test
    void the_first_page_a_stranger_sees_logs_no_error() {
        try (var context = chromium.person()) {
            var page = context.newPage();
            var errors = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            page.waitForResponse(stage.url() + "/api/v1/session", () -> page.navigate(stage.url() + "/"));
            page.getByRole(AriaRole.LINK, named("Sign in")).first().waitFor();
            assertThat(errors).isEmpty();
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Presses Tab until the named control has the focus. */
    private static void tabTo(Page page, String text) {
        for (var i = 0; i < 20; i++) {
            page.keyboard().press("Tab");
            var at = page.evaluate("""
                    () => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at?.textContent.trim(); }""");
            if (text.equals(at)) {
                return;
            }
        }
        throw new AssertionError("Tab never reaches " + text);
    }
}
