package downbeat.web.http.resource;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The book with which a device at the door decides alone. */
class DoorBookTest {

    @Test
    void ten_thousand_tickets_that_were_all_used_are_less_than_two_megabytes() {
        assertThat(RandomDoor.bookOf(1_500).getBytes(StandardCharsets.UTF_8).length * 10_000L / 1_500)
                .isLessThan(2_000_000);
    }

    @Test
    void it_says_what_is_unusual_of_a_ticket_and_is_another_one_after_every_change() {
        try (var stage = Stage.open()) {
            var omar = stage.organizer("omar");
            var mia = stage.wellKnown("mia");
            var id = PopUpBodies.published(omar);
            var path = PopUpBodies.ALL + "/" + id;
            var free = PopUpBodies.bought(mia, id, "free");
            var bike = PopUpBodies.bought(mia, id, "bike");
            var phone = PopUpBodies.device(omar, id);
            var first = omar.get(path + "/door/book").expecting(200);
            assertThat(first.json().get("tickets").get(1).toString())
                    .isEqualTo(
                            "{\"ticket\":2,\"kind\":1,\"name\":\"mia\",\"due\":{\"minor\":1500,\"currency\":\"EUR\"}}");
            assertThat(first.json().get("phase").asText()).isEqualTo("PUBLISHED");
            omar.send("GET", path + "/door/book", null, "If-None-Match", first.header("ETag"))
                    .expecting(304);
            var pass = PopUpBodies.pass(mia, id, free);
            omar.post(path + "/open").expecting(200);
            omar.post(path + "/scans", PopUpBodies.scan(pass, "n-1", phone)).expecting(200);
            omar.post(path + "/tickets/" + bike + "/settle").expecting(204);
            mia.post(path + "/tickets/" + bike + "/cancel").expecting(200);
            var then = omar.send("GET", path + "/door/book", null, "If-None-Match", first.header("ETag"))
                    .expecting(200)
                    .json();
            assertThat(then.get("phase").asText()).isEqualTo("DOORS_OPEN");
            var used = then.get("tickets").get(0);
            assertThat(used.get("inside").asInt()).isEqualTo(1);
            assertThat(used.at("/earlier/gate").asText()).isEqualTo("main");
            assertThat(then.get("devices")
                            .get(used.at("/earlier/device").asInt())
                            .get("id")
                            .asText())
                    .isEqualTo(phone);
            assertThat(then.get("tickets").get(1).toString())
                    .isEqualTo("{\"ticket\":2,\"kind\":1,\"name\":\"mia\",\"validity\":\"CANCELLED\"}");
            var keys = stage.anonymous().get("/api/v1/pass-keys").json().get("keys");
            assertThat(then.get("keys")).isEqualTo(keys);
            mia.get(path + "/door/book").expecting(403);
            stage.organizer("olga").get(path + "/door/book").expecting(404);
            assertThat(Map.of("kinds", then.get("kinds").toString())).containsValue("[\"free\",\"bike\"]");
        }
    }
}
