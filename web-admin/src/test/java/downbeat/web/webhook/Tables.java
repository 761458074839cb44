package downbeat.web.webhook;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** The tables of webhooks in a database of their own. */
final class Tables {
    /** What a test does with a database. */
    @FunctionalInterface
    interface Use {
        void with(Jdbi database) throws Exception;
    }

    private Tables() {}

    /** @param name of a database in memory, each test its own */
    static Jdbi onH2(String name) throws IOException {
        return filled(Jdbi.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE"));
    }

    static void onPostgresql(Use use) throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            use.with(filled(Jdbi.create(server.getPostgresDatabase())));
        }
    }

    private static Jdbi filled(Jdbi database) throws IOException {
        try (var sql = Tables.class.getResourceAsStream("/db/webhook/V1__webhook.sql")) {
            var script = new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
            database.useHandle(db -> db.createScript(script).execute());
        }
        return database;
    }
}
