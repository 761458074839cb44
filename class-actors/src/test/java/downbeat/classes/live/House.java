package downbeat.classes.live;

import static org.awaitility.Awaitility.await;

import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.AttributeKeys;
import com.fasterxml.jackson.databind.JsonNode;
import downbeat.classes.live.connection.CommandListener;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.LiveCard;
import downbeat.classes.live.message.NextClass;
import downbeat.classes.live.message.Role;
import downbeat.classes.live.message.RoomNow;
import downbeat.classes.live.sequencer.ClassDesk;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.NodeSettings;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.cluster.wire.Json;
import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A node with the live plane and nothing else. */
final class House implements AutoCloseable, Part, ClassDesk {
    static final ClassId CLASS = new ClassId("c1");

    private final Node node;
    private final ServerBinding server;

    private @Nullable LivePlane started;

    /** Who is in the room of the class. */
    volatile RoomNow room = new RoomNow(List.of(), 0);

    /** What the class has to be fetched ahead. */
    volatile String assets = "{\"rev\":0,\"assets\":[]}";

    final LivePlane plane;

    House(Path data) throws Exception {
        var settings = NodeSettings.parse("downbeat { node { host = 127.0.0.1, port = 0 }, http.port = 0 }")
                .withData(data);
        node = Node.start(settings, List.of(this)).toCompletableFuture().get(60, TimeUnit.SECONDS);
        plane = Objects.requireNonNull(started);
        server = Http.get(node.system())
                .newServerAt("127.0.0.1", 0)
                .bindSync(request -> plane.socket(
                        request.getAttribute(AttributeKeys.webSocketUpgrade).orElseThrow(),
                        "cue.v1",
                        House::check,
                        CommandListener.NONE))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    /** A class without targets. */
    static CuePlan ride() {
        var free = new Segment(
                0,
                SegmentKind.FREE,
                Duration.ZERO,
                Duration.ofMinutes(30),
                Optional.empty(),
                OptionalInt.empty(),
                "Ride");
        return CuePlan.of("Ride", "", List.of(free), List.of());
    }

    /** Opens the class. The first node of a process on a busy machine takes longer to answer than an ask waits. */
    void open(CuePlan plan) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> plane.open(CLASS, plan).toCompletableFuture().join() instanceof LiveAnswer.Done);
    }

    private static CompletionStage<Outcome<Joiner>> check(String token) {
        var parts = token.split("\\.", 2);
        return CompletableFuture.completedStage(
                parts.length == 2
                        ? Outcome.accepted(
                                new Joiner(CLASS, new ParticipantId(parts[1]), parts[1], Role.valueOf(parts[0])))
                        : Outcome.refused(() -> "this token is nobody's"));
    }

    int port() {
        return server.localAddress().getPort();
    }

    LiveCard card() {
        return plane.show(CLASS).toCompletableFuture().join();
    }

    /** The newest figures; empty before the first second is over. */
    JsonNode gauge() throws Exception {
        var gauge = card().gauge();
        return Json.mapper().readTree(gauge == null ? "{}" : gauge);
    }

    @Override
    public String name() {
        return "house";
    }

    @Override
    public List<Schema> schemas() {
        return List.of();
    }

    @Override
    public void start(NodeContext context) {
        started = LivePlane.start(context, this);
    }

    @Override
    public void begun(ClassId classId) {}

    @Override
    public void closing(ClassId classId) {}

    @Override
    public CompletionStage<RoomNow> room(ClassId classId) {
        return CompletableFuture.completedStage(room);
    }

    @Override
    public CompletionStage<Optional<NextClass>> next(ClassId classId) {
        return CompletableFuture.completedStage(
                Optional.of(new NextClass(new ClassId("c2"), "Cool down", Duration.ofSeconds(90))));
    }

    @Override
    public CompletionStage<String> assets(ClassId classId) {
        return CompletableFuture.completedStage(assets);
    }

    @Override
    public CompletionStage<Boolean> finished(ClassId classId, Score score) {
        return CompletableFuture.completedStage(true);
    }

    @Override
    public void close() {
        node.close();
    }
}
