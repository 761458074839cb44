package downbeat.web.http.drop;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.DropBodies;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a counter's device uploads of what it did on its own. */
class HandoverUploadTest {
    private static Map<String, Object> upload(String code, Instant at) {
        return Map.of(
                "handovers",
                List.of(Map.of("code", code, "nonce", "n-" + code, "units", 1, "paid", true, "at", at.toString())));
    }

    private static String judgement(Reply reply) {
        return reply.expecting(200).json().at("/answers/0/judgement").asText();
    }

    @Test
    void a_revoked_device_is_believed_what_it_did_before_and_nothing_it_says_it_did_after() {
        try (var stage = Stage.open()) {
            var tara = stage.organizer("tara");
            var popUp = PopUpBodies.published(tara);
            var drop = DropBodies.open(tara, DropBodies.at(popUp));
            var order = DropBodies.order(popUp, "early");
            var before = DropBodies.claimed(stage.named("mia"), drop, order);
            var after = DropBodies.claimed(stage.named("noah"), drop, order);
            var counter = PopUpBodies.ALL + "/" + popUp + "/counter";
            Awaitility.await()
                    .until(() -> tara.get(counter).expecting(200).text().contains(after));
            var device = PopUpBodies.device(tara, popUp);
            var phone = PopUpBodies.atDoor(stage.anonymous(), tara, popUp, device, false);
            var handedOver = Instant.now().minus(Duration.ofMinutes(1));
            tara.delete(PopUpBodies.ALL + "/" + popUp + "/devices/" + device).expecting(204);

            phone.get(counter).expecting(403);
            var offline = counter + "/handovers/offline";
            assertThat(judgement(phone.post(offline, upload(before, handedOver))))
                    .isEqualTo("KEPT");
            assertThat(judgement(phone.post(offline, upload(after, Instant.now()))))
                    .isEqualTo("DEVICE_REVOKED");
            assertThat(judgement(phone.post(offline, upload("9-00000", handedOver))))
                    .isEqualTo("UNKNOWN");
            var rows = tara.get(counter).expecting(200).json().get("claims");
            assertThat(rows.findValuesAsText("status")).containsExactly("HANDED_OVER", "CONFIRMED");
        }
    }
}
