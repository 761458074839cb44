package downbeat.web.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The journey that a class ends with: the drop opens in the room, is claimed there and handed over at the pop-up. */
class DropInRoomTest {
    private static JsonNode told(LiveDevice device, String phase) {
        JsonNode drop;
        do {
            drop = device.push("drop", "drops").at("/drops/0");
        } while (!drop.get("phase").asText().equals(phase));
        return drop;
    }

    @Test
    void the_close_of_a_class_opens_its_drop_for_those_who_took_part_and_the_counter_hands_it_over() {
        try (var stage = Stage.open()) {
            var tara = stage.organizer("tara");
            var mia = stage.wellKnown("mia");
            var away = stage.named("away");
            var path = Crowd.drafted(tara, 4);
            tara.post(path + "/schedule").expecting(200);
            Crowd.booked(mia, path);
            Crowd.booked(away, path);
            var popUp = PopUpBodies.published(tara);
            var form = new HashMap<>(DropBodies.at(popUp, "classId", path.substring(path.lastIndexOf('/') + 1)));
            form.put("eligibility", Map.of("percent", 50));
            var drop = DropBodies.announcedFor(tara, path, form);
            var claims = DropBodies.ALL + "/" + drop + "/claims";
            var order = DropBodies.order(popUp, "early");
            tara.post(path + "/lobby").expecting(200);
            String code;
            try (var console = LiveDevice.join(tara, path);
                    var phone = LiveDevice.join(mia, path)) {
                console.answered("start", Map.of());
                mia.post(claims, order).expecting(409);
                console.answered("close", Map.of());
                assertThat(told(phone, "ANNOUNCED").get("dropId").asText()).isEqualTo(drop);
                assertThat(told(phone, "OPEN").at("/bundles/0/left").asInt()).isEqualTo(3);
                code = DropBodies.claimed(mia, drop, order);
                assertThat(away.post(claims, order).expecting(403).problem()).isEqualTo("did-not-take-part");
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> told(phone, "OPEN").at("/bundles/0/left").asInt() == 2);
                tara.post(DropBodies.ALL + "/" + drop + "/close").expecting(200);
                told(phone, "CLOSED");
            }
            assertThat(tara.get(DropBodies.ALL + "/" + drop + "/figures")
                            .expecting(200)
                            .json()
                            .get("attachRate")
                            .asDouble())
                    .isEqualTo(1);
            await().untilAsserted(() -> assertThat(tara.get(path + "/report")
                            .expecting(200)
                            .json()
                            .get("attachRate")
                            .asDouble())
                    .isEqualTo(1));
            var counter = PopUpBodies.ALL + "/" + popUp + "/counter";
            tara.post(counter + "/ready", Map.of("dropId", drop, "claims", List.of()))
                    .expecting(200);
            var handed = tara.post(counter + "/handovers", DropBodies.handover(code, "n-1"))
                    .expecting(200)
                    .json();
            assertThat(handed.get("name").asText()).isEqualTo("mia");
            assertThat(tara.post(counter + "/handovers", DropBodies.handover(code, "n-1"))
                            .expecting(200)
                            .json())
                    .as("a retry whose answer was lost")
                    .isEqualTo(handed);
            assertThat(tara.post(counter + "/handovers", DropBodies.handover(code, "n-2"))
                            .expecting(409)
                            .json()
                            .get("detail")
                            .asText())
                    .startsWith("Handed over already, by tara at ");
            assertThat(forecast(tara, drop).isNull()).as("it is over").isTrue();

            var next = Crowd.drafted(tara, 4);
            tara.post(next + "/schedule").expecting(200);
            Crowd.booked(mia, next);
            Crowd.booked(away, next);
            var second = DropBodies.composed(
                    tara, DropBodies.at(popUp, "classId", next.substring(next.lastIndexOf('/') + 1)));
            assertThat(forecast(tara, second).toString())
                    .as("one of one claimed, two have booked")
                    .startsWith("{\"booked\":2,\"drops\":1,\"units\":2,\"low\":2,\"high\":2,\"stock\":");
        }
    }

    private static JsonNode forecast(Visitor trainer, String drop) {
        return trainer.get(DropBodies.ALL + "/" + drop + "/figures")
                .expecting(200)
                .json()
                .get("forecast");
    }
}
