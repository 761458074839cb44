package downbeat.drops.stage;

import downbeat.classes.ClassesPart;
import downbeat.classes.entity.LiveClasses;
import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.NodeSettings;
import downbeat.drops.DropsPart;
import downbeat.drops.domain.DropCommand.Announce;
import downbeat.drops.domain.DropCommand.Compose;
import downbeat.drops.domain.DropCommand.Open;
import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.Fixtures;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.Drops;
import downbeat.drops.view.DropBoard;
import downbeat.kernel.Outcome;
import downbeat.kernel.spec.HandClock;
import downbeat.popups.PopUpsPart;
import downbeat.popups.entity.PopUps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A node with classes, pop-ups and drops. It can be stopped and started again; time passes by hand. */
public final class DropsNode implements AutoCloseable {
    private final HandClock clock = new HandClock(Fixtures.OPENED);
    private final NodeSettings settings;
    private @Nullable Node node;

    public DropsNode(NodeSettings settings) {
        this.settings = settings;
        start();
    }

    public void start() {
        node = get(Node.start(
                settings, List.of(new ClassesPart(), new QuietRoom(), new PopUpsPart(), new DropsPart()), clock));
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

    public Drops drops() {
        return context().find(Drops.class);
    }

    public DropBoard board() {
        return context().find(DropBoard.class);
    }

    public PopUps popUps() {
        return context().find(PopUps.class);
    }

    public LiveClasses classes() {
        return context().find(LiveClasses.class);
    }

    public Jdbi database() {
        return context().database();
    }

    private NodeContext context() {
        return Objects.requireNonNull(node, "the node does not run").context();
    }

    public void announce(DropId id, DropDetails details) {
        accepted(drops().ask(id, new Compose(Fixtures.TRAINER, details)));
        accepted(drops().ask(id, new Announce(Fixtures.SEED)));
    }

    public void open(DropId id, DropDetails details) {
        announce(id, details);
        accepted(drops().ask(id, new Open(List.of())));
    }

    public DropCard card(DropId id) {
        return get(drops().show(id)).orElseThrow();
    }

    /** How many claims of a drop the board has in this status; asks nobody and so wakes nobody. */
    public int onBoard(DropId id, String status) {
        return database()
                .withHandle(
                        db -> db.createQuery("SELECT COUNT(*) FROM drop_claim WHERE drop_id = :id AND status = :status")
                                .bind("id", id.value())
                                .bind("status", status)
                                .mapTo(Integer.class)
                                .one());
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
