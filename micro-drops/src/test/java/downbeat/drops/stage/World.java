package downbeat.drops.stage;

import downbeat.cluster.node.NodeSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A database that outlives the nodes on it; what is committed is on the disk. */
public sealed interface World extends AutoCloseable {
    NodeSettings settings();

    @Override
    void close();

    static NodeSettings loopback() {
        return NodeSettings.parse("downbeat { node { host = 127.0.0.1, port = 0 }, http.port = 0 }");
    }

    /** On a file. */
    record H2(NodeSettings settings) implements World {
        public static H2 create() {
            try {
                return new H2(loopback().withData(Files.createTempDirectory("downbeat-drops")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {}
    }

    /** As a server is run, and unlike the embedded one's defaults. */
    record Postgres(EmbeddedPostgres server) implements World {
        public static Postgres create() {
            try {
                return new Postgres(EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public NodeSettings settings() {
            return loopback()
                    .with("downbeat.database.url", server.getJdbcUrl("postgres", "postgres"))
                    .with("downbeat.database.user", "postgres")
                    .with("downbeat.database.password", "postgres");
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
