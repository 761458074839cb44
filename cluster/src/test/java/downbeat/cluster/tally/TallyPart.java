package downbeat.cluster.tally;

import downbeat.cluster.entity.AggregateClient;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.cluster.view.View;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/** The tally as a part of a node, with a view that counts how often each fact was applied. */
public final class TallyPart implements Part {

    /** The plural client. */
    public record Tallies(AggregateClient<Tally.TallyId, Tally.Command, Tally.Reply, Tally.Shown> client) {}

    /** The same, of people. */
    public record People(AggregateClient<Tally.TallyId, Tally.Command, Tally.Reply, Tally.Shown> client) {}

    /** The view writes this amount, fails, and gets it again. */
    public static final int STUMBLES_OVER = 13;

    private final boolean board;
    private final AtomicBoolean stumbled = new AtomicBoolean();

    /** What the view said after its commits. */
    public final Queue<String> told = new ConcurrentLinkedQueue<>();

    public TallyPart() {
        this(true);
    }

    /** With or without its view. */
    TallyPart(boolean board) {
        this.board = board;
    }

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("tally", "classpath:db/tally"));
    }

    @Override
    public void start(NodeContext node) {
        node.offer(Tallies.class, new Tallies(node.aggregate(Tally.AGGREGATE)));
        node.offer(People.class, new People(node.aggregate(Tally.OF_PEOPLE)));
        if (board) {
            node.view(Tally.AGGREGATE, new Board());
            node.view(Tally.OF_PEOPLE, new Board());
        }
    }

    private final class Board implements View<Tally.Event> {
        @Override
        public String name() {
            return "board";
        }

        @Override
        public void apply(Handle db, Recorded<Tally.Event> fact) {
            int by = fact.event() instanceof Tally.Event.Counted counted ? counted.by() : 0;
            db.createUpdate("MERGE INTO tally_board t USING (VALUES (CAST(:id AS VARCHAR(64)))) AS s(id) ON t.id = s.id"
                            + " WHEN MATCHED THEN UPDATE SET total = t.total + :by, facts = t.facts + 1"
                            + " WHEN NOT MATCHED THEN INSERT (id, total, facts) VALUES (s.id, :by, 1)")
                    .bind("id", fact.entityId())
                    .bind("by", by)
                    .execute();
            if (by == STUMBLES_OVER && stumbled.compareAndSet(false, true)) {
                throw new IllegalStateException("the first time fails on purpose, after writing");
            }
        }

        @Override
        public void committed(Recorded<Tally.Event> fact) {
            told.add(fact.entityId() + "#" + fact.sequence());
        }
    }
}
