package downbeat.discovery.stage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** The tables of this module, in a database of their own. */
public final class Tables {
    private static final List<String> SCRIPTS = List.of(
            "V1__listing.sql", "V10__open_data.sql", "V20__alerts.sql", "V30__journey.sql", "V31__language.sql");

    /** What a test does with a database. */
    @FunctionalInterface
    public interface Use {
        void with(Jdbi database) throws Exception;
    }

    private Tables() {}

    /** @param name of a database in memory, each test its own */
    public static void onH2(String name, Use use) throws Exception {
        use(Jdbi.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE"), use);
    }

    public static void onPostgresql(Use use) throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            use(Jdbi.create(server.getPostgresDatabase()), use);
        }
    }

    private static void use(Jdbi database, Use use) throws Exception {
        create(database);
        use.with(database);
    }

    public static void create(Jdbi database) throws IOException {
        for (var name : SCRIPTS) {
            var sql = script(name);
            database.useHandle(db -> db.createScript(sql).execute());
        }
    }

    private static String script(String name) throws IOException {
        try (var sql = Tables.class.getResourceAsStream("/db/discovery/" + name)) {
            return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
