package downbeat.web.payment;

import downbeat.web.stage.Stage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** A node that is paid at a provider which stands on this machine, on a database of its own. */
final class Till implements AutoCloseable {
    /** What the node keeps its journal and its tables in. */
    enum Database {
        H2,
        POSTGRESQL
    }

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final StripeStub stripe;
    private final Stage stage;

    Till(Database database, Clock clock) throws IOException {
        stripe = keep(new StripeStub());
        var settings = StripeEvents.settings(stripe.url());
        if (database == Database.POSTGRESQL) {
            settings += settings(keep(EmbeddedPostgres.start()));
        }
        stage = keep(Stage.open(settings, clock));
    }

    private static String settings(EmbeddedPostgres postgres) {
        return "downbeat.database { url = \"%s\", user = postgres, password = postgres }\n"
                .formatted(postgres.getJdbcUrl("postgres", "postgres"));
    }

    private <T extends AutoCloseable> T keep(T open) {
        opened.push(open);
        return open;
    }

    StripeStub stripe() {
        return stripe;
    }

    Stage stage() {
        return stage;
    }

    /** What was opened last first. */
    @Override
    public void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
