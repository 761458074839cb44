package downbeat.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.HookBodies;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A trainer's shop is told about the claims of a drop, from a real node over real HTTP. */
class WebhookJourneyTest {
    @Test
    void a_shop_hears_of_a_claim_from_confirmed_to_handed_over_and_verifies_every_word() throws IOException {
        try (var stage = Stage.open();
                var shop = new Shop()) {
            var tara = stage.organizer("tara");
            var mia = stage.named("mia");
            var noah = stage.named("noah");
            var made =
                    tara.post(HookBodies.ALL, HookBodies.to(shop.url()), "once").expecting(201);
            var secret = made.json().get("secret").asText();
            assertThat(tara.post(HookBodies.ALL, HookBodies.to(shop.url()), "once")
                            .expecting(201)
                            .json())
                    .as("a repeat is the same webhook with the same secret")
                    .isEqualTo(made.json());
            var hook = made.header("Location");
            assertThat(tara.get(hook).expecting(200).text()).doesNotContain(secret);

            var popUp = PopUpBodies.published(tara);
            var drop = DropBodies.open(tara, DropBodies.at(popUp));
            var code = DropBodies.claimed(mia, drop, DropBodies.order(popUp, "early"));
            DropBodies.claimed(noah, drop, DropBodies.order(popUp, "late"));
            var counter = PopUpBodies.ALL + "/" + popUp + "/counter";
            tara.post(counter + "/ready", Map.of("dropId", drop, "claims", List.of("1")))
                    .expecting(200);
            // The counter finds a drop by a list that lags it by a moment.
            Awaitility.await()
                    .until(() -> tara.post(counter + "/handovers", DropBodies.handover(code, "n-1"))
                                    .status()
                            == 200);
            noah.post(DropBodies.ALL + "/" + drop + "/claims/2/release").expecting(200);

            Awaitility.await().until(() -> shop.told().size() == 5);
            assertThat(shop.told()).allMatch(told -> told.isSignedWith(secret));
            assertThat(shop.told())
                    .extracting(told -> told.json().get("type").asText().replace("dev.downbeat.claim.", "") + " "
                            + told.json().get("subject").asText())
                    .containsExactlyInAnyOrder("confirmed 1", "confirmed 2", "ready 1", "handed-over 1", "released 2");
            assertThat(shop.told())
                    .extracting(told -> told.json().get("source").asText())
                    .containsOnly("/api/v1/drops/" + drop);
            assertThat(shop.told().toString()).as("nobody's name").doesNotContain("mia@", "\"mia\"", "noah");

            var list = hook + "/deliveries";
            Awaitility.await()
                    .until(() -> items(tara.get(list).expecting(200).json()).stream()
                            .allMatch(it -> it.get("state").asText().equals("DELIVERED")));
            var event = tara.get(list).json().at("/items/0/eventId").asText();
            tara.post(list + "/" + event + "/replay").expecting(200);
            Awaitility.await()
                    .until(() -> shop.told().stream()
                                    .filter(it -> it.id().equals(event))
                                    .count()
                            == 2);
        }
    }

    private static List<JsonNode> items(JsonNode page) {
        return java.util.stream.StreamSupport.stream(page.get("items").spliterator(), false)
                .toList();
    }
}
