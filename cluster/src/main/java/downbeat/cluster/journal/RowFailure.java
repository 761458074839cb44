package downbeat.cluster.journal;

import akka.persistence.query.EventEnvelope;

/** A row that could not be handled; says which of those in one transaction it was. */
final class RowFailure extends RuntimeException {

    private final transient EventEnvelope row;

    RowFailure(EventEnvelope row, RuntimeException cause) {
        super(Stumbles.shown(row) + " cannot be handled", cause);
        this.row = row;
    }

    EventEnvelope row() {
        return row;
    }
}
