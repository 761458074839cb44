package downbeat.web.payment;

import downbeat.cluster.database.Vendor;
import downbeat.web.stage.OwnDatabase;
import downbeat.web.stage.Stage;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** A node that is paid at a provider which stands on this machine, on a database of its own. */
final class Till implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final StripeStub stripe;
    private final Stage stage;

    Till(Vendor vendor, Clock clock) throws IOException {
        stripe = keep(new StripeStub());
        var database = keep(new OwnDatabase(vendor));
        stage = keep(Stage.open(StripeEvents.settings(stripe.url()) + database.settings(), clock));
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
