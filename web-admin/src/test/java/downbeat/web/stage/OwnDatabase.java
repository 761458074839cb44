package downbeat.web.stage;

import downbeat.cluster.database.Vendor;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What nodes of a test keep their journal and tables in: the file that each has by itself, or a PostgreSQL that they share. */
public final class OwnDatabase implements AutoCloseable {
    private final @Nullable EmbeddedPostgres server;

    public OwnDatabase(Vendor vendor) throws IOException {
        server = vendor == Vendor.POSTGRESQL ? EmbeddedPostgres.start() : null;
    }

    /** What a node on it is told, by the names of settings. */
    public Map<String, String> properties() {
        return server == null
                ? Map.of()
                : Map.of(
                        "downbeat.database.url",
                        server.getJdbcUrl("postgres", "postgres"),
                        "downbeat.database.user",
                        "postgres",
                        "downbeat.database.password",
                        "postgres");
    }

    /** The same as lines of configuration. */
    public String settings() {
        return properties().entrySet().stream()
                .map(it -> it.getKey() + " = \"" + it.getValue() + "\"\n")
                .collect(Collectors.joining());
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
