package downbeat.classes.domain;

import static downbeat.classes.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.domain.LiveClassCommand.Draft;
import downbeat.classes.domain.LiveClassCommand.Edit;
import downbeat.classes.domain.LiveClassEvent.ClassDrafted;
import downbeat.classes.domain.LiveClassEvent.ClassScheduled;
import downbeat.kernel.Refusal;
import downbeat.kernel.spec.DeciderSpec;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaylightSavingTest {
    private static ClassDetails in(String zone, String local) {
        var usual = at(local, 5, 5);
        return new ClassDetails(
                usual.title(),
                usual.style(),
                usual.description(),
                usual.localStart(),
                ZoneId.of(zone),
                usual.length(),
                5,
                5,
                usual.price(),
                usual.trial());
    }

    private static DeciderSpec<LiveClassCommand, LiveClassEvent, LiveClass, LiveClassReply> spec() {
        return DeciderSpec.of(new LiveClassDecider(), BEFORE);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2027-03-27T18:00, 2027-03-27T17:00:00Z",
        "Europe/Berlin,       2027-03-28T18:00, 2027-03-28T16:00:00Z",
        "America/New_York,    2027-03-14T07:00, 2027-03-14T11:00:00Z",
        "Australia/Lord_Howe, 2027-04-04T07:00, 2027-04-03T20:30:00Z",
        "Asia/Kathmandu,      2027-03-28T07:00, 2027-03-28T01:15:00Z",
        "+02:00,              2026-10-25T02:30, 2026-10-25T00:30:00Z",
        "+01:00,              2026-10-25T02:30, 2026-10-25T01:30:00Z",
    })
    void a_local_start_means_the_instant_of_its_zone(String zone, String local, Instant start) {
        assertThat(StartTime.problem(in(zone, local))).isEmpty();
        assertThat(StartTime.window(in(zone, local)).start()).isEqualTo(start);
    }

    @Test
    void a_class_over_the_change_of_the_clocks_lasts_as_long_as_it_says() {
        var window = StartTime.window(in("Europe/Berlin", "2027-03-28T01:30"));

        assertThat(window.start()).isEqualTo(Instant.parse("2027-03-28T00:30:00Z"));
        assertThat(window.end()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void a_start_the_clocks_skip_is_refused_with_the_next_that_exists() {
        var refusal = new LiveClassRefusal.StartDoesNotExist(
                LocalDateTime.parse("2027-03-28T02:30"),
                ZoneId.of("Europe/Berlin"),
                LocalDateTime.parse("2027-03-28T03:00"));

        spec().when(new Draft(TRAINER, at("2027-03-28T02:30", 5, 5))).refuses(refusal);
        assertThat(refusal.detail()).contains("2027-03-28T03:00");
        assertThat(refusal.field()).contains("start");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
    }

    @Test
    void a_start_that_happens_twice_is_refused_with_both_ways_to_say_it() {
        var refusal = new LiveClassRefusal.StartHappensTwice(
                LocalDateTime.parse("2027-10-31T02:30"),
                ZoneId.of("Europe/Berlin"),
                ZoneOffset.ofHours(2),
                ZoneOffset.ofHours(1));

        spec().when(new Draft(TRAINER, at("2027-10-31T02:30", 5, 5))).refuses(refusal);
        assertThat(refusal.detail()).contains("+02:00", "+01:00");
    }

    @Test
    void an_edit_is_held_to_the_clocks_as_a_draft_is() {
        var details = details(5, 5);
        var drafted = spec().given(new ClassDrafted(TRAINER, details, StartTime.window(details), BEFORE));

        drafted.when(new Edit(at("2027-03-28T02:30", 5, 5))).refuses(LiveClassRefusal.StartDoesNotExist.class);
        drafted.given(new ClassScheduled(BEFORE))
                .when(new Edit(at("2027-10-31T02:30", 5, 5)))
                .refuses(LiveClassRefusal.StartHappensTwice.class);
    }
}
