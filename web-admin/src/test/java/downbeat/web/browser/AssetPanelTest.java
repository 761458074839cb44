package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import downbeat.web.stage.MediaFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a class brings, as a trainer brings it: from the page, to a real node, on to a member's device. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetPanelTest {
    private Chromium chromium;
    private Ride ride;
    private Page console;

    @BeforeAll
    void open() {
        chromium = Chromium.open();
        ride = Ride.running();
    }

    @BeforeEach
    void enter() {
        console = chromium.person().newPage();
        Ride.signIn(console, ride.url(), "robin");
        console.navigate(ride.url() + "/console/" + ride.classId());
        console.getByText("Music and pictures").waitFor();
    }

    @AfterAll
    void close() {
        chromium.close();
        ride.close();
    }

    @Test
    void a_picture_is_added_at_its_moment_looked_at_and_removed_and_members_follow() {
        try (var phone = chromium.person()) {
            var room = ride.joined(phone);
            room.waitForFunction("() => room().session.rung?.rung === 'FULL'");
            console.getByLabel("Begins at").fill("0:01");
            give("Straight back.png", "image/png", MediaFiles.png(3));
            item().waitFor();
            assertThat(item().textContent()).contains("Picture at 0:01");
            room.waitForFunction("() => room().renderRoot.querySelector('img.overlay')?.naturalWidth > 0");

            button("Preview Straight back.png").click();
            console.waitForFunction("""
                    () => { const live = document.querySelector('db-page-live').renderRoot;
                      return live.querySelector('db-asset-panel').renderRoot.querySelector('li img')?.naturalWidth > 0; }""");
            button("Remove Straight back.png").click();
            console.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))
                    .click();
            item().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            room.waitForFunction("() => !room().renderRoot.querySelector('img.overlay')");
        }
    }

    @Test
    void what_cannot_be_taken_is_said_before_anything_is_sent_and_what_lies_about_itself_by_the_node() {
        give("notes.pdf", "application/pdf", new byte[] {1});
        console.getByText("notes.pdf is none of the files that are taken").waitFor();
        give("empty.png", "image/png", new byte[0]);
        console.getByText("empty.png is empty.").waitFor();
        give("large.wav", "audio/wav", new byte[8 * 1024 * 1024 + 1]);
        console.getByText("at most 8 MB are taken").waitFor();
        console.getByLabel("Begins at").fill("soon");
        give("Form.png", "image/png", MediaFiles.png(4));
        console.getByText("“Begins at” is minutes and seconds").waitFor();
        console.getByLabel("Begins at").fill("");
        give("Form.png", "image/png", new byte[] {1, 2, 3, 4});
        console.getByText("Form.png was not taken.").waitFor();
        assertThat(console.getByText("Nothing yet.").count()).isOne();
    }

    private void give(String name, String type, byte[] bytes) {
        console.locator("db-asset-panel input[type=file]").setInputFiles(new FilePayload(name, type, bytes));
    }

    private Locator item() {
        return console.locator("db-asset-panel li").filter(new Locator.FilterOptions().setHasText("Straight back.png"));
    }

    private Locator button(String name) {
        return console.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
