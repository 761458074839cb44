package downbeat.popups.stage;

import downbeat.classes.ClassesPart;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.participant.entity.Participants;
import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.NodeSettings;
import downbeat.kernel.Outcome;
import downbeat.kernel.spec.HandClock;
import downbeat.popups.PopUpsPart;
import downbeat.popups.domain.Fixtures;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.PopUps;
import downbeat.popups.reaction.PlaceMoves;
import downbeat.popups.series.entity.AllSeries;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A node with pop-ups and classes on an H2 file. It can be stopped and started again; time passes by hand. */
public final class PopUpsNode implements AutoCloseable {
    private final HandClock clock = new HandClock(Fixtures.BEFORE);
    private final Witness witness = new Witness();
    private final NodeSettings settings;
    private @Nullable Node node;

    public PopUpsNode(Path data) {
        settings = NodeSettings.parse("downbeat { node { host = 127.0.0.1, port = 0 }, http.port = 0 }")
                .withData(data);
        start();
    }

    public void start() {
        node = get(Node.start(settings, List.of(new ClassesPart(), new PopUpsPart(), witness), clock));
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

    public PopUps popUps() {
        return context().find(PopUps.class);
    }

    public LiveClasses classes() {
        return context().find(LiveClasses.class);
    }

    public Participants participants() {
        return context().find(Participants.class);
    }

    public PlaceMoves moves() {
        return context().find(PlaceMoves.class);
    }

    public Jdbi database() {
        return context().database();
    }

    private NodeContext context() {
        return Objects.requireNonNull(node, "the node does not run").context();
    }

    public AllSeries series() {
        return context().find(AllSeries.class);
    }

    public Witness witness() {
        return witness;
    }

    public void publish(PopUpId id, PopUpDetails details) {
        accepted(popUps().draft(id, Fixtures.ORGANIZER, details));
        accepted(popUps().publish(id));
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
