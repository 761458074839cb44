package downbeat.web.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A class from a real workout file: Tara leads it at the first node, Mia and Noah take part, each nearest to another. */
final class RunningClass implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String path;
    private final List<Visitor> tara;
    private final Device trainer;
    private final List<Device> members;
    /** Offset by cue id, of every tap that was answered. */
    private final Map<String, Long> acked = new LinkedHashMap<>();

    private RunningClass(String path, List<Visitor> tara, Device trainer, List<Device> members) {
        this.path = path;
        this.tara = tara;
        this.trainer = trainer;
        this.members = members;
    }

    /** Plans, fills and starts the class over HTTP, each person at another of the nodes, and connects everybody. */
    static RunningClass begin(List<String> nodes) {
        Visitor tara = Visitor.named(nodes.getFirst(), "tara", "TRAINER");
        Visitor mia = Visitor.named(nodes.get(1 % nodes.size()), "mia");
        Visitor noah = Visitor.named(nodes.get(2 % nodes.size()), "noah");
        String plan = tara.send("POST", "/api/v1/cue-plans?name=FTPTest.zwo", Workouts.ftpTest())
                .expecting(201)
                .json()
                .get("id")
                .asText();
        Map<String, Object> body = Workouts.classBody();
        body.put("planId", plan);
        String id = tara.post("/api/v1/classes", body)
                .expecting(201)
                .json()
                .get("id")
                .asText();
        String path = "/api/v1/classes/" + id;
        tara.post(path + "/schedule").expecting(200);
        mia.post(path + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        noah.post(path + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        tara.post(path + "/lobby").expecting(200);
        List<Device> members =
                List.of(new Device("mia", doors(mia, nodes, 1), path), new Device("noah", doors(noah, nodes, 2), path));
        RunningClass running =
                new RunningClass(path, doors(tara, nodes, 0), new Device("tara", doors(tara, nodes, 0), path), members);
        await().atMost(PATIENCE).until(running::allConnected);
        tara.post(path + "/control", Map.of("start", Map.of())).expecting(200);
        return running;
    }

    /** The same person at every node, beginning with the nearest. */
    private static List<Visitor> doors(Visitor who, List<String> nodes, int nearest) {
        return IntStream.range(0, nodes.size())
                .mapToObj(n -> who.at(nodes.get((nearest + n) % nodes.size())))
                .toList();
    }

    private boolean allConnected() {
        return trainer.connected() && members.stream().allMatch(Device::connected);
    }

    /** Taps so many live cues, each until it is acknowledged. */
    void tap(int cues) {
        for (int n = 0; n < cues; n++) {
            String cueId = "t-" + (acked.size() + 1);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> tapped(cueId));
        }
    }

    private boolean tapped(String cueId) {
        JsonNode reply = trainer.ask("cue", Map.of("cueId", cueId, "verb", "SAY", "text", "Go " + cueId, "tone", "GO"));
        JsonNode offset = reply.at("/cue/offset");
        if (offset.isNumber()) {
            acked.put(cueId, offset.asLong());
        }
        return offset.isNumber();
    }

    /** Every acknowledged cue is held by every member, once, at the offset that was acknowledged, without a gap around it. */
    void assertNothingIsLost() {
        long newest = acked.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        for (Device member : members) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(offsets(member)).contains(newest));
            List<Long> offsets = offsets(member);
            assertThat(offsets)
                    .isEqualTo(LongStream.rangeClosed(offsets.getFirst(), offsets.getLast())
                            .boxed()
                            .toList());
            acked.forEach((cueId, offset) -> assertThat(
                            member.held().stream().filter(cue -> cue.cueId().equals(cueId)))
                    .as("cue %s", cueId)
                    .singleElement()
                    .extracting(Device.Held::offset)
                    .isEqualTo(offset));
            assertThat(member.held()).extracting(Device.Held::epoch).containsOnly(epoch());
            assertThat(member.returns()).as("each return was recovered").doesNotContain(false);
        }
    }

    /** The newest writer any member has heard. */
    long gen() {
        return members.stream()
                .flatMap(member -> member.held().stream())
                .mapToLong(Device.Held::gen)
                .max()
                .orElseThrow();
    }

    /** How often the members came back with a position. */
    int returns() {
        return members.stream().mapToInt(member -> member.returns().size()).sum();
    }

    /** The codes with which the trainer's and the members' sockets were closed so far. */
    List<Integer> closes() {
        return Stream.concat(Stream.of(trainer), members.stream())
                .flatMap(device -> device.closes().stream())
                .toList();
    }

    /** What the class is now, as the trainer reads it at a node that still serves. */
    JsonNode live(int node) {
        return tara.get(node).get(path + "/live").expecting(200).json();
    }

    private String epoch() {
        return members.getFirst().held().getFirst().epoch();
    }

    private static List<Long> offsets(Device member) {
        return new ArrayList<>(member.held().stream().map(Device.Held::offset).toList());
    }

    @Override
    public void close() {
        trainer.close();
        members.forEach(Device::close);
    }
}
