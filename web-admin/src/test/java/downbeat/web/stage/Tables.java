package downbeat.web.stage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** The tables of one part, in a database of their own. */
public record Tables(List<String> scripts) {
    public static final Tables OF_OUTBOX = new Tables(
            List.of("/db/outbox/V1__outbox.sql", "/db/outbox/V2__outbox_age.sql", "/db/outbox/V3__in_class.sql"));
    public static final Tables OF_PAYMENTS = new Tables(List.of(
            "/db/payment/V1__payment.sql", "/db/payment/V2__payment_age.sql", "/db/payment/V3__payment_refused.sql"));
    public static final Tables OF_WEBHOOKS =
            new Tables(List.of("/db/webhook/V1__webhook.sql", "/db/webhook/V2__webhook_slot.sql"));

    public Tables {
        scripts = List.copyOf(scripts);
    }

    /** What a test does with a database. */
    @FunctionalInterface
    public interface Use {
        void with(Jdbi database) throws Exception;
    }

    /** @param name of a database in memory, each test its own */
    public Jdbi onH2(String name) throws IOException {
        return filled(Jdbi.create("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE"));
    }

    public void onPostgresql(Use use) throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            use.with(filled(Jdbi.create(server.getPostgresDatabase())));
        }
    }

    /** Brings a database that has them up to a later version of these. */
    public Jdbi filled(Jdbi database) throws IOException {
        for (var script : scripts) {
            try (var sql = Tables.class.getResourceAsStream(script)) {
                var text = new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
                database.useHandle(db -> db.createScript(text).execute());
            }
        }
        return database;
    }
}
