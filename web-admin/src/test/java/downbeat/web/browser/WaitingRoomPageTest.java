package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The waiting room of a drop on the page of a member. */
class WaitingRoomPageTest {

    @Test
    void a_member_waits_is_let_in_and_claims_with_one_tap() {
        try (var stage = Stage.open();
                var chromium = Chromium.open();
                var phone = chromium.person(360, 780, ColorScheme.LIGHT)) {
            var omar = stage.organizer("omar");
            var mia = stage.wellKnown("mia");
            var timing = Map.of("openMinutes", 30, "holdMinutes", 5, "graceMinutes", 15, "perSecond", 1);
            var form = DropBodies.at(PopUpBodies.published(omar), "timing", timing);
            var drop = DropBodies.announced(omar, form);
            var page = phone.newPage();
            Ride.signIn(page, stage.url(), "mia");
            page.navigate(stage.url() + "/drops/" + drop);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enter the waiting room"))
                    .click();
            page.getByText("You are in the draw").waitFor();
            omar.post(DropBodies.ALL + "/" + drop + "/open").expecting(200);
            page.getByText("It is your turn.").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim it"))
                    .first()
                    .click();
            page.getByText("It is yours.").waitFor();
            assertThat(mia.get(DropBodies.ALL + "/" + drop).json().at("/mine/claims"))
                    .hasSize(1);
        }
    }
}
