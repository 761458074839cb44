package downbeat.popups.series.domain;

import static downbeat.popups.series.domain.SeriesFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FREQ=DAILY;COUNT=3                          | 2026-12-01 2026-12-02 2026-12-03
                    FREQ=DAILY;INTERVAL=2;UNTIL=20261205        | 2026-12-01 2026-12-03 2026-12-05
                    FREQ=WEEKLY;COUNT=2                         | 2026-12-01 2026-12-08
                    FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3             | 2026-12-01 2026-12-03 2026-12-08
                    FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=2     | 2026-12-14 2026-12-28
                    FREQ=MONTHLY;BYDAY=1TU;COUNT=3              | 2026-12-01 2027-01-05 2027-02-02
                    FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270201      | 2026-12-25 2027-01-29
                    FREQ=MONTHLY;COUNT=2                        | 2026-12-01 2027-01-01
                    """)
    void a_rule_means_its_days(String rule, String days) {
        assertThat(new Recurrence(rule).dates(DAY_ONE)).map(Object::toString).containsExactly(days.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every Tuesday",
                "FREQ=WEEKLY",
                "FREQ=WEEKLY;COUNT=3;UNTIL=20270101",
                "FREQ=YEARLY;COUNT=3",
                "FREQ=HOURLY;COUNT=3",
                "FREQ=WEEKLY;COUNT=0",
                "FREQ=WEEKLY;COUNT=-2",
                "FREQ=WEEKLY;INTERVAL=100;COUNT=2",
                "FREQ=WEEKLY;BYDAY=1TU;COUNT=2",
                "FREQ=MONTHLY;BYDAY=TU;COUNT=2",
                "FREQ=MONTHLY;BYDAY=6TU;COUNT=2",
                "FREQ=DAILY;BYDAY=TU;COUNT=2",
                "FREQ=DAILY;BYHOUR=9;COUNT=2",
                "FREQ=WEEKLY;UNTIL=20270101T000000Z",
                "FREQ=WEEKLY;WKST=SU;COUNT=2",
                "RRULE:FREQ=WEEKLY;COUNT=2"
            })
    void what_has_no_end_or_is_nothing_an_organizer_needs_is_refused_by_the_name_of_the_field(String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recurrence(rule))
                .withMessageStartingWith("rule ");
    }

    @Test
    void a_rule_that_means_more_than_anybody_makes_is_cut_off_where_that_shows() {
        assertThat(new Recurrence("FREQ=DAILY;COUNT=100000").dates(DAY_ONE)).hasSize(Recurrence.MOST + 1);
        assertThat(new Recurrence("FREQ=DAILY;COUNT=500").dates(day("2199-12-30")))
                .as("no pop-up begins later")
                .hasSize(2);
        assertThat(new Recurrence("FREQ=MONTHLY;INTERVAL=99;COUNT=500").dates(DAY_ONE))
                .as("ten years at most")
                .hasSize(2);
    }
}
