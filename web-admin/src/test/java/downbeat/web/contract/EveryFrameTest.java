package downbeat.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.web.api.LiveContract;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Every message of the live socket, said and heard once; those the document holds in reserve are never heard. */
class EveryFrameTest {
    private final LiveContract contract = LiveContract.ofTheNode();

    @Test
    void whatever_is_described_is_said() {
        contract.startOver();
        try (var stage = Stage.open("downbeat.live.admission-per-second = 1")) {
            var tara = stage.named("tara", "TRAINER");
            var mia = stage.named("mia");
            var noah = stage.named("noah");
            var path = lobby(tara, mia, noah);
            try (var console = LiveDevice.join(tara, path);
                    var phone = LiveDevice.join(mia, path);
                    var waited = LiveDevice.join(noah, path)) {
                packed(tara, path, console);
                gathered(console, phone);
                checked(console, phone);
                led(console, phone);
                shown(console, phone);
                interrupted(stage, path);
                Awaitility.await().untilAsserted(() -> {
                    console.listen();
                    phone.listen();
                    assertThat(contract.seen())
                            .contains("statePush", "gaugePush", "rosterPush", "rungPush", "bioPush", "adaptPush");
                });
                waited.answered("leave", Map.of());
                console.answered("close", Map.of());
                phone.push("next");
                phone.push("drop");
                phone.answered("leave", Map.of());
                assertThat(contract.seen()).containsExactlyInAnyOrderElementsOf(contract.inUse());
            }
        }
    }

    private static String lobby(Visitor tara, Visitor mia, Visitor noah) {
        var path = tara.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        tara.post(path + "/schedule").expecting(200);
        var following = tara.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        tara.post(following + "/schedule").expecting(200);
        var id = following.substring(following.lastIndexOf('/') + 1);
        tara.patch(path, Map.of("nextClass", id), "*").expecting(200);
        DropBodies.announcedFor(tara, path, DropBodies.closing(path));
        for (var who : List.of(mia, noah)) {
            who.post(path + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        }
        tara.post(path + "/lobby").expecting(200);
        return path;
    }

    private static void packed(Visitor tara, String path, LiveDevice console) {
        tara.send("POST", path + "/assets?kind=OVERLAY&name=form.png", MediaFiles.png(1), "Content-Type", "image/png")
                .expecting(201);
        console.push("assets");
    }

    private static void gathered(LiveDevice console, LiveDevice phone) {
        phone.answered("clock", Map.of("t0", 12.5));
        phone.answered("hand", Map.of("up", true));
        console.push("hands");
        var member = phone.connected().at("/me/member").asText();
        console.answered("lower", Map.of("member", member));
        assertThat(console.ask("resume", Map.of()).has("error")).isTrue();
    }

    private static void checked(LiveDevice console, LiveDevice phone) {
        console.answered("check", Map.of("startAfter", false));
        phone.cue("ASK");
        console.push("check");
        console.answered("endCheck", Map.of());
    }

    private static void shown(LiveDevice console, LiveDevice phone) {
        phone.answered("share", Map.of("hr", true));
        phone.answered("adaptMe", Map.of("on", true));
        phone.answered("pin", Map.of("rung", "LEAN"));
        phone.tell("stats", Map.of("rtt", 42.1, "loss", 0.01, "freezes", 0));
        phone.tell("bio", Map.of("hr", 141, "cadence", 88, "maxHr", 184));
        console.answered("adapt", Map.of("on", true, "cadencePct", 10, "leadMs", 300));
        console.answered("bursts", Map.of("planned", false));
        console.answered("burst", Map.of("metric", "HR"));
        phone.cue("BURST");
        console.answered("endBurst", Map.of());
    }

    private static void led(LiveDevice console, LiveDevice phone) {
        console.answered("start", Map.of());
        var tap = console.answered("cue", Map.of("cueId", "t-1", "verb", "TONE", "tone", "GO"));
        phone.cue("TONE");
        var executed = Map.of("o", tap.get("offset").asLong(), "held", 0, "ct", 1_000, "how", "ONTIME");
        phone.tell("ack", Map.of("bound", 0.5, "cues", List.of(executed)));
        console.answered("pause", Map.of());
        console.answered("resume", Map.of());
        console.answered("shift", Map.of("byMs", 1_000));
        console.answered("ask", Map.of("cueId", "a-1", "question", "Ready?", "answer", "READY"));
        phone.answered("confirm", Map.of("cueId", "a-1"));
        phone.push("answered");
        console.push("asks");
        console.answered("endAsk", Map.of("cueId", "a-1"));
        console.answered("skip", Map.of("to", 0));
    }

    /** The class takes somebody else for the relay, until the relay says that it is there: it is welcomed anew and tells its devices how things stand. */
    private static void interrupted(Stage stage, String path) {
        var node = stage.node().node().context();
        node.sharding()
                .entityRefFor(
                        EntityTypeKey.create(SequencerMessage.class, "sequencer"),
                        path.substring(path.lastIndexOf('/') + 1))
                .tell(new SequencerMessage.Here(
                        node.pop(), null, 0, node.system().ignoreRef()));
    }
}
