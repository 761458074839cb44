package downbeat.popups.series.domain;

import downbeat.kernel.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** Why a series says no. */
public sealed interface SeriesRefusal extends Refusal {
    record NoSuchSeries() implements SeriesRefusal {
        @Override
        public String detail() {
            return "There is no such series.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record SeriesExists() implements SeriesRefusal {
        @Override
        public String detail() {
            return "This series exists already.";
        }
    }

    record TooManyDates(int most) implements SeriesRefusal {
        @Override
        public String detail() {
            return "This rule means more than " + most + " dates; end it earlier and make another series of the rest.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("rule");
        }
    }

    record NoDates() implements SeriesRefusal {
        @Override
        public String detail() {
            return "No pop-up can take place on any date of this rule; look at the preview.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("rule");
        }
    }

    /** @param list the part of the request it stands in */
    record NotADateOfIt(String list, LocalDate date) implements SeriesRefusal {
        @Override
        public String detail() {
            return date + " is no date of this rule.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of(list);
        }
    }

    record RoundIsOn(int left) implements SeriesRefusal {
        @Override
        public String detail() {
            return "The series is still being worked on, dates left: " + left + "; wait until it is done.";
        }
    }

    record NothingToCome() implements SeriesRefusal {
        @Override
        public String detail() {
            return "No pop-up of this series is still to come.";
        }
    }

    record NoSuchDate(LocalDate date) implements SeriesRefusal {
        @Override
        public String detail() {
            return date + " is no date of this series.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record DateIsMade(LocalDate date) implements SeriesRefusal {
        @Override
        public String detail() {
            return "There is a pop-up for " + date + " already; edit it instead.";
        }
    }

    record DateDoesNotWork(Trouble trouble) implements SeriesRefusal {
        @Override
        public String detail() {
            return trouble.detail();
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("start");
        }
    }
}
