package downbeat.discovery.alert;

import static downbeat.discovery.stage.Wishes.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hours of the day, over midnight and over days that are longer or shorter than others. */
class QuietHoursTest {

    private static Optional<Instant> until(String from, String to, String now) {
        return new QuietHours(BERLIN, LocalTime.parse(from), LocalTime.parse(to)).until(Instant.parse(now));
    }

    private static Optional<Instant> at(String instant) {
        return Optional.of(Instant.parse(instant));
    }

    @Test
    void they_go_over_midnight() {
        assertThat(until("22:00", "07:00", "2026-12-01T20:59:59Z")).isEmpty();
        assertThat(until("22:00", "07:00", "2026-12-01T21:00:00Z")).isEqualTo(at("2026-12-02T06:00:00Z"));
        assertThat(until("22:00", "07:00", "2026-12-02T05:59:59Z")).isEqualTo(at("2026-12-02T06:00:00Z"));
        assertThat(until("22:00", "07:00", "2026-12-02T06:00:00Z")).isEmpty();
        assertThat(until("13:00", "15:00", "2026-12-02T12:30:00Z")).isEqualTo(at("2026-12-02T14:00:00Z"));
        assertThat(until("13:00", "15:00", "2026-12-02T23:30:00Z")).isEmpty();
    }

    @Test
    void a_night_of_changing_clocks_ends_when_the_clock_says_so() {
        assertThat(until("22:00", "07:00", "2026-10-24T22:00:00Z"))
                .as("put back: an hour longer")
                .isEqualTo(at("2026-10-25T06:00:00Z"));
        assertThat(until("22:00", "07:00", "2026-03-28T22:00:00Z"))
                .as("put forward: an hour shorter")
                .isEqualTo(at("2026-03-29T05:00:00Z"));
        assertThat(until("22:00", "02:30", "2026-10-25T00:45:00Z"))
                .as("half past two comes twice: the later")
                .isEqualTo(at("2026-10-25T01:30:00Z"));
        assertThat(until("22:00", "02:30", "2026-03-29T00:59:00Z"))
                .as("half past two never comes")
                .isEqualTo(at("2026-03-29T01:30:00Z"));
    }

    @Test
    void hours_without_a_length_are_none() {
        assertThatThrownBy(() -> until("07:00", "07:00", "2026-12-01T20:59:59Z"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void days_are_those_on_which_the_hours_begin() {
        var friday = new Hours(BERLIN, Set.of(DayOfWeek.FRIDAY), LocalTime.parse("20:00"), LocalTime.parse("02:00"));
        assertThat(friday.hold(Instant.parse("2026-12-04T18:59:00Z"))).isFalse();
        assertThat(friday.hold(Instant.parse("2026-12-04T19:00:00Z"))).isTrue();
        assertThat(friday.hold(Instant.parse("2026-12-05T00:59:00Z")))
                .as("Saturday, 01:59")
                .isTrue();
        assertThat(friday.hold(Instant.parse("2026-12-05T01:00:00Z"))).isFalse();
        assertThat(friday.hold(Instant.parse("2026-12-05T19:30:00Z"))).isFalse();

        var afternoon = new Hours(BERLIN, Set.of(), LocalTime.parse("12:00"), LocalTime.parse("18:00"));
        assertThat(afternoon.hold(Instant.parse("2026-07-01T10:00:00Z")))
                .as("summer time")
                .isTrue();
        assertThat(afternoon.hold(Instant.parse("2026-12-01T10:00:00Z"))).isFalse();
        assertThat(afternoon.hold(Instant.parse("2026-12-01T17:00:00Z"))).isFalse();

        assertThat(Hours.any(BERLIN).hold(Instant.parse("2026-12-01T03:00:00Z")))
                .isTrue();
    }
}
