package downbeat.classes.stage;

import downbeat.classes.ClassesPart;
import downbeat.classes.domain.Fixtures;
import downbeat.classes.domain.LiveClassCommand;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.library.entity.CuePlans;
import downbeat.classes.participant.entity.Participants;
import downbeat.classes.rig.entity.Rigs;
import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.NodeSettings;
import downbeat.cluster.node.Part;
import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import downbeat.kernel.spec.HandClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A node with classes, participants, plans and rigs on an H2 file. It can be stopped and started again; time passes by hand. */
public final class ClassesNode implements AutoCloseable {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final HandClock clock = new HandClock(Fixtures.BEFORE);
    private final NodeSettings settings;
    private final List<Part> parts = new ArrayList<>();
    private @Nullable Node node;

    /** @param others start after the classes, each time */
    public ClassesNode(Path data, Part... others) {
        settings = NodeSettings.parse("downbeat { node { host = 127.0.0.1, port = 0 }, http.port = 0 }")
                .withData(data);
        parts.add(new ClassesPart());
        parts.addAll(List.of(others));
        start();
    }

    public void start() {
        node = get(Node.start(settings, parts, clock));
    }

    public void stop() {
        if (node != null) {
            node.close();
            node = null;
        }
    }

    public void restart() {
        stop();
        start();
    }

    /** Moves the clock on, whether or not the node runs. */
    public void pass(Duration time) {
        clock.pass(time);
    }

    public Instant now() {
        return clock.instant();
    }

    public LiveClasses classes() {
        return context().find(LiveClasses.class);
    }

    public Participants participants() {
        return context().find(Participants.class);
    }

    public CuePlans plans() {
        return context().find(CuePlans.class);
    }

    public Rigs rigs() {
        return context().find(Rigs.class);
    }

    public Jdbi database() {
        return context().database();
    }

    /** A class of an hour, in two days, open for bookings. */
    public void schedule(ClassId id, int online, int inRoom) {
        var start =
                LocalDateTime.ofInstant(now().plus(Duration.ofDays(2)), BERLIN).truncatedTo(ChronoUnit.MINUTES);
        accepted(classes().draft(id, Fixtures.TRAINER, Fixtures.at(start.toString(), online, inRoom)));
        accepted(classes().ask(id, new LiveClassCommand.Schedule()));
    }

    private NodeContext context() {
        return Objects.requireNonNull(node, "the node does not run").context();
    }

    /** What an accepted command answered; anything else fails the test. */
    public static <R> R accepted(CompletionStage<Outcome<R>> asked) {
        return get(asked).fold(reply -> reply, refusal -> {
            throw new AssertionError("refused: " + refusal.detail());
        });
    }

    public static <T> T get(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
