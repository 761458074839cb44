package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import downbeat.web.payment.OfferStory;
import downbeat.web.payment.StripeEvents;
import downbeat.web.payment.StripeStub;
import downbeat.web.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Units that came back, on the page of who is offered them and pays at the provider. */
class OfferPagesTest {

    @Test
    void who_is_offered_units_takes_them_when_the_provider_is_back_and_is_told_what_is_still_to_do()
            throws IOException {
        try (var stripe = new StripeStub();
                var stage = Stage.open(StripeEvents.settings(stripe.url()));
                var chromium = Chromium.open();
                var phone = chromium.person(360, 780, ColorScheme.LIGHT)) {
            var story = OfferStory.tell(stage);
            var page = phone.newPage();
            Ride.signIn(page, stage.url(), "noah");
            page.navigate(stage.url() + "/drops/" + story.drop());
            var take =
                    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take it, pay €12.00 online"));
            stripe.feels(StripeStub.Mood.DOWN);
            take.click();
            page.getByText("the units are still offered to you").waitFor();
            stripe.feels(StripeStub.Mood.WELL);
            take.click();
            page.getByText("It is kept for you. Pay it, and it is yours.").waitFor();
            var session = stripe.sessionOf("2");
            var pay = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pay €12.00"));
            assertThat(pay.getAttribute("href")).isEqualTo(session.url());
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "looks", "journey-offer.png")));
            StripeEvents.tell(stage.anonymous(), StripeEvents.paid("evt_noah", session, "pi_noah", 1200, "paid"))
                    .expecting(204);
            page.reload();
            page.getByText("Pickup code, to be shown at the counter").waitFor();
            assertThat(pay.count()).isZero();
        }
    }
}
