package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import downbeat.web.payment.RefundStory;
import downbeat.web.payment.StripeEvents;
import downbeat.web.payment.StripeStub;
import downbeat.web.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A refund that the bank did not take, on the pages of who is to pay it back and of who waits for it. */
class RefundPagesTest {
    private static final String LATER = "Your refund did not arrive.";

    @Test
    void a_trainer_pays_back_what_a_member_still_waits_for() throws IOException {
        try (var stripe = new StripeStub();
                var stage = Stage.open(StripeEvents.settings(stripe.url()));
                var chromium = Chromium.open();
                var desk = chromium.person();
                var phone = chromium.person()) {
            var refused = new RefundStory(stage, stripe).refused();
            var member = phone.newPage();
            Ride.signIn(member, stage.url(), "remo");
            member.navigate(stage.url() + "/wallet");
            member.getByText(LATER).waitFor();

            var trainer = desk.newPage();
            Ride.signIn(trainer, stage.url(), "rita");
            trainer.navigate(stage.url() + "/drops/" + refused.drop() + "/edit");
            trainer.getByText("The refund of €12.00 for claim 1 did not arrive (expired or canceled card).")
                    .waitFor();
            trainer.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "looks", "journey-refund.png")));
            trainer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("It is paid back"))
                    .click();
            trainer.getByText("It is noted that the money is paid back.").waitFor();
            trainer.getByText("The refund of €12.00")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            member.reload();
            member.getByText("Given up").waitFor();
            assertThat(member.getByText(LATER).count()).isZero();
        }
    }
}
