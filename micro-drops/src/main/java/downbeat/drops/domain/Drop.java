package downbeat.drops.domain;

import java.time.Instant;

/** A drop. Each phase is a type of its own and holds what is known in it. */
public sealed interface Drop {
    /** Nothing has been written yet. */
    record Blank() implements Drop {}

    /** A drop that exists. */
    sealed interface Written extends Drop {
        Sheet sheet();

        Phase phase();

        /** The same phase with another sheet. */
        Written with(Sheet sheet);
    }

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

    record Announced(Sheet sheet) implements Written {
        @Override
        public Phase phase() {
            return Phase.ANNOUNCED;
        }

        @Override
        public Announced with(Sheet other) {
            return new Announced(other);
        }
    }

    record Open(Sheet sheet, Instant openedAt) implements Written {
        @Override
        public Phase phase() {
            return Phase.OPEN;
        }

        @Override
        public Open with(Sheet other) {
            return new Open(other, openedAt);
        }

        public Instant closesAt() {
            return openedAt.plus(sheet.details().timing().openFor());
        }
    }

    record Closed(Sheet sheet, Instant openedAt, Instant closedAt) implements Written {
        @Override
        public Phase phase() {
            return Phase.CLOSED;
        }

        @Override
        public Closed with(Sheet other) {
            return new Closed(other, openedAt, closedAt);
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
