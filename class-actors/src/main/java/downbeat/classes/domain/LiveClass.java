package downbeat.classes.domain;

import downbeat.classes.live.report.ClassReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A class. Each phase is a type of its own and holds what is known in it. */
public sealed interface LiveClass {
    /** Nothing has been written yet. */
    record Blank() implements LiveClass {}

    /** A class that exists. */
    sealed interface Written extends LiveClass {
        Sheet sheet();

        Phase phase();

        /** The same phase with another sheet. */
        Written with(Sheet sheet);
    }

    /** Seen by its trainer only. */
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

    /** Open for bookings. */
    record Scheduled(Sheet sheet) implements Written {
        @Override
        public Phase phase() {
            return Phase.SCHEDULED;
        }

        @Override
        public Scheduled with(Sheet other) {
            return new Scheduled(other);
        }
    }

    /** People may come in. */
    record Lobby(Sheet sheet, Instant openedAt) implements Written {
        @Override
        public Phase phase() {
            return Phase.LOBBY;
        }

        @Override
        public Lobby with(Sheet other) {
            return new Lobby(other, openedAt);
        }
    }

    record Live(Sheet sheet, Instant begunAt) implements Written {
        @Override
        public Phase phase() {
            return Phase.LIVE;
        }

        @Override
        public Live with(Sheet other) {
            return new Live(other, begunAt);
        }
    }

    /** The trainer has said goodbye; the outcome is being gathered. */
    record Closing(Sheet sheet, Instant begunAt, Instant closedAt) implements Written {
        @Override
        public Phase phase() {
            return Phase.CLOSING;
        }

        @Override
        public Closing with(Sheet other) {
            return new Closing(other, begunAt, closedAt);
        }
    }

    /** @param report empty while the outcome is not known, for good if it never comes */
    record Ended(Sheet sheet, Instant endedAt, List<Attendance> attendances, Optional<ClassReport> report)
            implements Written {
        public Ended {
            attendances = List.copyOf(attendances);
        }

        @Override
        public Phase phase() {
            return Phase.ENDED;
        }

        @Override
        public Ended with(Sheet other) {
            return new Ended(other, endedAt, attendances, report);
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
