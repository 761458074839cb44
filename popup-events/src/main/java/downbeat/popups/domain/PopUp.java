package downbeat.popups.domain;

import java.time.Instant;

/** A pop-up. Each phase is a type of its own and holds what is known in it. */
public sealed interface PopUp {
    /** Nothing has been written yet. */
    record Blank() implements PopUp {}

    /** A pop-up that exists. */
    sealed interface Written extends PopUp {
        Sheet sheet();

        Phase phase();

        /** The same phase with another sheet. */
        Written with(Sheet sheet);
    }

    /** Seen by its organizer only. */
    record Draft(Sheet sheet) implements Written {
        @Override
        public Phase phase() {
            return Phase.DRAFT;
        }

        @Override
        public Draft with(Sheet other) {
            return new Draft(other);
        }
    }

    /** Tickets are to be had. */
    record Published(Sheet sheet) implements Written {
        @Override
        public Phase phase() {
            return Phase.PUBLISHED;
        }

        @Override
        public Published with(Sheet other) {
            return new Published(other);
        }
    }

    /** People may come in. */
    record DoorsOpen(Sheet sheet, Instant openedAt) implements Written {
        @Override
        public Phase phase() {
            return Phase.DOORS_OPEN;
        }

        @Override
        public DoorsOpen with(Sheet other) {
            return new DoorsOpen(other, openedAt);
        }
    }

    /** Over; what devices scanned offline may still come in. */
    record Closed(Sheet sheet, Instant closedAt) implements Written {
        @Override
        public Phase phase() {
            return Phase.CLOSED;
        }

        @Override
        public Closed with(Sheet other) {
            return new Closed(other, closedAt);
        }
    }

    record Cancelled(Sheet sheet, String reason, Instant cancelledAt) implements Written {
        @Override
        public Phase phase() {
            return Phase.CANCELLED;
        }

        @Override
        public Cancelled with(Sheet other) {
            return new Cancelled(other, reason, cancelledAt);
        }
    }
}
