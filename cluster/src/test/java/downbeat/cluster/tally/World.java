package downbeat.cluster.tally;

import downbeat.cluster.entity.AggregateClient;
import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database that outlives its nodes, and the node on it that can be stopped and started again. */
public abstract sealed class World implements AutoCloseable {

    private @Nullable Node node;
    private @Nullable TallyPart part;

    private boolean board = true;
    private final Map<String, Object> changes = new LinkedHashMap<>();

    abstract NodeSettings own();

    public NodeSettings settings() {
        NodeSettings settings = own();
        for (Map.Entry<String, Object> change : changes.entrySet()) {
            settings = settings.with(change.getKey(), change.getValue());
        }
        return settings;
    }

    /** Leaves the view of the nodes to come away. */
    public World withoutBoard() {
        board = false;
        return this;
    }

    /** Changes a setting of the nodes to come. */
    public World with(String path, Object value) {
        changes.put(path, value);
        return this;
    }

    public Node start() {
        part = new TallyPart(board);
        node = TestNodes.start(settings(), part);
        return node;
    }

    public Node node() {
        return node == null ? start() : node;
    }

    public TallyPart part() {
        if (part == null) {
            throw new IllegalStateException("not started");
        }
        return part;
    }

    public void restart() {
        stop();
        start();
    }

    public void stop() {
        if (node != null) {
            node.close();
            node = null;
        }
    }

    public AggregateClient<Tally.TallyId, Tally.Command, Tally.Reply, Tally.Shown> tallies() {
        return node().context().find(TallyPart.Tallies.class).client();
    }

    public AggregateClient<Tally.TallyId, Tally.Command, Tally.Reply, Tally.Shown> people() {
        return node().context().find(TallyPart.People.class).client();
    }

    /** One number from the database of the running node. */
    public long count(String sql, String id) {
        return node().context()
                .database()
                .withHandle(db ->
                        db.createQuery(sql).bind("id", id).mapTo(Long.class).one());
    }

    /** A connection beside the node's own. */
    public Connection connect() {
        try {
            var own = settings().database();
            return DriverManager.getConnection(own.url(), own.user(), own.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    public static final class H2 extends World {
        private final Path data;

        public H2() {
            try {
                data = Files.createTempDirectory("downbeat-h2");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        NodeSettings own() {
            return TestNodes.h2(data);
        }

        @Override
        public String toString() {
            return "H2";
        }
    }

    public static final class Postgres extends World {
        private final EmbeddedPostgres server;

        public Postgres() {
            this(EmbeddedPostgres.builder());
        }

        private Postgres(EmbeddedPostgres.Builder builder) {
            try {
                server = builder.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** As a server is run, and unlike the embedded one's defaults: what is committed is on the disk. */
        public static Postgres durable() {
            return new Postgres(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on"));
        }

        @Override
        NodeSettings own() {
            return TestNodes.loopback()
                    .with("downbeat.database.url", server.getJdbcUrl("postgres", "postgres"))
                    .with("downbeat.database.user", "postgres")
                    .with("downbeat.database.password", "postgres");
        }

        @Override
        public void close() {
            super.close();
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return "PostgreSQL";
        }
    }
}
