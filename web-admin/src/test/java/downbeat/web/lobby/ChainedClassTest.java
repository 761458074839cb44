package downbeat.web.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two classes of one evening: who is in the first is sent on to the second, whose doors are open by then. */
class ChainedClassTest {
    private static Stage stage;
    private static Visitor tara;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        tara = stage.named("tara", "TRAINER");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static String id(String classPath) {
        return classPath.substring(classPath.lastIndexOf('/') + 1);
    }

    private static Reply follow(Visitor who, String first, @Nullable Object next) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("nextClass", next);
        return who.patch(first, body, who.get(first).header("ETag"));
    }

    @Test
    void members_are_sent_on_when_the_class_closes_and_may_join_at_once() {
        var first = Crowd.drafted(tara, 2);
        var second = Crowd.drafted(tara, 2);
        tara.post(first + "/schedule").expecting(200);
        tara.post(second + "/schedule").expecting(200);
        assertThat(follow(tara, first, id(second))
                        .expecting(200)
                        .json()
                        .get("nextClass")
                        .asText())
                .isEqualTo(id(second));
        var mia = Crowd.booked(Crowd.booked(stage.named("mia"), first), second);
        tara.post(first + "/lobby").expecting(200);

        try (var console = LiveDevice.join(tara, first);
                var phone = LiveDevice.join(mia, first)) {
            mia.post(second + "/join").expecting(409);
            console.answered("start", Map.of());
            console.answered("close", Map.of());
            var next = phone.push("next");
            assertThat(next.get("classId").asText()).isEqualTo(id(second));
            assertThat(next.get("title").asText()).isEqualTo("Morning ride");
            assertThat(next.get("startsInMs").asLong()).isBetween(3_000_000L, 3_600_000L);
            try (var early = LiveDevice.join(mia, second)) {
                assertThat(early.connected().at("/state/phase").asText()).isEqualTo("LOBBY");
            }
        }
    }

    @Test
    void only_another_class_of_ones_own_that_is_to_come_can_follow() {
        var first = Crowd.drafted(tara, 2);
        var over = Crowd.drafted(tara, 2);
        tara.post(over + "/cancel", Map.of("reason", "ill")).expecting(200);
        var foreign = Crowd.drafted(stage.named("theo", "TRAINER"), 2);
        for (var unfit : new Object[] {id(first), id(over), id(foreign), "no-such-class", "not an id!", 7, ""}) {
            var reply = follow(tara, first, unfit).expecting(400);
            assertThat(reply.json().toString()).contains("nextClass");
        }
        var second = Crowd.drafted(tara, 2);
        follow(tara, first, id(second)).expecting(200);
        assertThat(follow(tara, first, null)
                        .expecting(200)
                        .json()
                        .get("nextClass")
                        .isNull())
                .isTrue();
    }

    @Test
    void what_follows_may_be_chosen_while_the_class_is_live_and_nothing_else_of_it() {
        var first = Crowd.drafted(tara, 2);
        var second = Crowd.drafted(tara, 2);
        tara.post(first + "/schedule").expecting(200);
        tara.post(second + "/schedule").expecting(200);
        var mia = Crowd.booked(stage.named("mika"), first);
        tara.post(first + "/lobby").expecting(200);
        try (var console = LiveDevice.join(tara, first);
                var phone = LiveDevice.join(mia, first)) {
            console.answered("start", Map.of());
            await().until(() -> tara.get(first).json().get("phase").asText().equals("LIVE"));
            assertThat(tara.patch(first, Map.of("title", "Late ride"), "*")
                            .expecting(409)
                            .problem())
                    .isEqualTo("wrong-phase");
            follow(tara, first, id(second)).expecting(200);
            console.answered("close", Map.of());
            assertThat(phone.push("next").get("classId").asText()).isEqualTo(id(second));
        }
    }

    @Test
    void what_follows_stays_when_something_else_is_changed() {
        var first = Crowd.drafted(tara, 2);
        var second = Crowd.drafted(tara, 2);
        follow(tara, first, id(second)).expecting(200);
        var changed = tara.patch(
                        first, Map.of("title", "Late ride"), tara.get(first).header("ETag"))
                .expecting(200)
                .json();
        assertThat(changed.get("nextClass").asText()).isEqualTo(id(second));
    }
}
