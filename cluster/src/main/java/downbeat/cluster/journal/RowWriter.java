package downbeat.cluster.journal;

import akka.persistence.query.EventEnvelope;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Writes what rows of the journal mean, in the one transaction of {@code db}. */
@FunctionalInterface
public interface RowWriter {

    /** @param afterwards takes what is to be done once the transaction is committed */
    void write(Handle db, List<EventEnvelope> rows, Consumer<Runnable> afterwards);
}
