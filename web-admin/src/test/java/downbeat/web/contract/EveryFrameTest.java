package downbeat.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import downbeat.classes.live.LivePlane;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.Tone;
import downbeat.classes.live.message.RelayMessage;
import downbeat.kernel.ClassId;
import downbeat.web.api.LiveContract;
import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                    assertThat(contract.seen()).contains("statePush", "gaugePush", "rosterPush");
                });
                waited.answered("leave", Map.of());
                console.answered("close", Map.of());
                phone.push("next");
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
        phone.push("rung");
        phone.tell("stats", Map.of("rtt", 42.1, "loss", 0.01, "freezes", 0));
        phone.tell("bio", Map.of("hr", 141, "cadence", 88));
        console.answered("adapt", Map.of("on", true, "cadencePct", 10, "leadMs", 300));
        console.answered("bursts", Map.of("planned", false));
        console.answered("burst", Map.of("metric", "HR"));
        phone.cue("BURST");
        phone.push("bio");
        phone.push("adapt");
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
        console.push("asks");
        console.answered("endAsk", Map.of("cueId", "a-1"));
        console.answered("skip", Map.of("to", 0));
    }

    /** The relay hears of a cue but not of the one before: it asks for what it missed, and tells its devices how things stand. */
    private static void interrupted(Stage stage, String path) {
        var node = stage.node().node().context();
        var classId = new ClassId(path.substring(path.lastIndexOf('/') + 1));
        var card =
                node.find(LivePlane.class).show(classId).toCompletableFuture().join();
        var epoch = Objects.requireNonNull(card.epoch());
        var state = Objects.requireNonNull(card.state());
        var ahead = new Cue(
                epoch,
                card.gen(),
                card.offset() + 2,
                "t-ahead",
                CueKind.LIVE,
                CueVerb.SHOW,
                null,
                ClassTime.ZERO,
                0,
                "",
                Duration.ZERO,
                Tone.NONE,
                null,
                null);
        node.sharding()
                .entityRefFor(
                        EntityTypeKey.create(RelayMessage.class, "relay"),
                        node.pop().value() + "|" + classId.value())
                .tell(new RelayMessage.Issued(List.of(ahead), state));
    }
}
