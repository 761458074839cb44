package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.Stage;
import downbeat.web.webhook.Shop;
import java.io.IOException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A trainer connects a shop on the pages: its secret is seen once, a test arrives, and a claim after it. */
class WebhookJourneyTest {
    @Test
    void a_trainer_connects_a_shop_tries_it_out_and_sees_what_it_was_told() throws IOException {
        try (var stage = Stage.open();
                var chromium = Chromium.open();
                var shop = new Shop();
                var desk = chromium.person()) {
            var tara = stage.named("tara", "TRAINER");
            var mia = stage.named("mia");
            var page = desk.newPage();
            Ride.signIn(page, stage.url(), "tara");
            page.navigate(stage.url() + "/drops");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Webhooks for your shop"))
                    .click();
            page.getByLabel("Address of your shop").fill("http://10.0.0.5:8080/");
            press(page, "Add the webhook");
            page.getByText("http is taken to this very machine only").waitFor();
            page.getByLabel("Address of your shop").fill(shop.url());
            press(page, "Add the webhook");
            var secret = page.getByLabel("Its secret, shown this once").inputValue();
            assertThat(secret).startsWith("whsec_");
            press(page, "I have it");
            press(page, "Send a test");
            page.getByText("delivered", new Page.GetByTextOptions().setExact(true))
                    .waitFor();
            assertThat(shop.told()).hasSize(1).allMatch(told -> told.isSignedWith(secret));

            var drop = DropBodies.open(tara, DropBodies.online("0".repeat(64) + ".png"));
            mia.post(DropBodies.ALL + "/" + drop + "/claims", DropBodies.DOWNLOAD)
                    .expecting(201);
            Awaitility.await().until(() -> shop.told().size() == 2);
            press(page, "New secret");
            press(page, "Make a new secret");
            var next = page.getByLabel("Its secret, shown this once").inputValue();
            press(page, "I have it");
            press(page, "Send a test");
            Awaitility.await().until(() -> shop.told().size() == 3);
            assertThat(shop.told().getLast().isSignedWith(next)).isTrue();
            assertThat(shop.told().getLast().isSignedWith(secret))
                    .as("for a day both")
                    .isTrue();
            page.getByText("Confirmed, claim 1").waitFor();
            press(page, "Switch off");
            page.getByText("It is off.").waitFor();
            press(page, "Delete");
            press(page, "Delete it");
            page.getByText("Tell your shop").waitFor();
            assertThat(tara.get("/api/v1/me/webhooks").json().get("items")).isEmpty();
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
