package downbeat.web.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.Stage;
import org.junit.jupiter.api.Test;

/** Join success is counted of those who pressed join, not of those who looked at the door. */
class JoinCountTest {

    @Test
    void a_token_fetched_before_the_press_asks_for_nothing_until_somebody_comes_with_it() {
        try (var stage = Stage.open()) {
            var crowd = Crowd.before(stage, "counted", 3);
            var join = crowd.classPath() + "/join";
            var looks = crowd.members().get(0);
            var comes = crowd.members().get(1);
            var fails = crowd.members().get(2);

            looks.post(join + "?ahead=true").expecting(200);
            var pass = comes.post(join + "?ahead=true").expecting(200).json();
            counted(crowd, 0, 0);
            fails.post(join + "?ahead=false").expecting(200);
            counted(crowd, 1, 0);
            LiveDevice.with(pass);
            counted(crowd, 2, 1);

            var wrong = looks.post(join + "?ahead=soon").expecting(400).json();
            assertThat(wrong.get("field").asText()).isEqualTo("ahead");
        }
    }

    private static void counted(Crowd crowd, int asked, int joined) {
        await().untilAsserted(() -> {
            var gauge = crowd.trainer()
                    .get(crowd.classPath() + "/live")
                    .expecting(200)
                    .json()
                    .at("/gauge/join");
            assertThat(gauge.path("asked").asInt(-1)).isEqualTo(asked);
            assertThat(gauge.path("joined").asInt(-1)).isEqualTo(joined);
        });
    }
}
