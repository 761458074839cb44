package downbeat.web.outbox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.kernel.Money;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Instant START = Instant.parse("2026-12-01T17:00:00Z");
    private static final Occasion RIDE = occasion(Duration.ofHours(2));

    private static Occasion occasion(Duration length) {
        return new Occasion("Ride", START, START.plus(length), ZoneId.of("Europe/Berlin"), "Hall", "Market 1");
    }

    @Test
    void one_that_ends_on_another_day_says_which() {
        assertThat(occasion(Duration.ofHours(7)).when())
                .isEqualTo("When: Tuesday 1 December 2026, 18:00 to Wednesday 2 December 2026, 01:00 (Europe/Berlin)");
    }

    @Test
    void money_has_the_places_of_its_currency_and_nothing_is_not_promised() {
        var ticket = TicketId.of(7);
        assertThat(Wording.revoked(RIDE, ticket, "Twice", Money.of(1550, "EUR")).words())
                .contains("15.50 EUR");
        assertThat(Wording.revoked(RIDE, ticket, "Twice", Money.of(1550, "JPY")).words())
                .contains("1550 JPY");
        assertThat(Wording.revoked(RIDE, ticket, "Twice", Money.of(0, "EUR")).words())
                .doesNotContain("get back");
    }

    @Test
    void every_message_names_the_pop_up_in_its_subject() {
        var ticket = TicketId.of(7);
        assertThat(Stream.of(
                        Wording.confirmed(RIDE, List.of(ticket)),
                        Wording.offered(RIDE, START),
                        Wording.offerLapsed(RIDE),
                        Wording.moved(RIDE, RIDE),
                        Wording.cancelled(RIDE, "Storm"),
                        Wording.revoked(RIDE, ticket, "Twice", Money.of(0, "EUR")),
                        Wording.givenAway(RIDE, ticket),
                        Wording.received(RIDE, ticket),
                        Wording.reminder(RIDE)))
                .allSatisfy(said -> assertThat(said.subject()).contains("Ride"));
    }

    @Test
    void a_subject_is_one_line_of_bounded_length_and_no_half_character() {
        assertThat(new Said("a\r\nb\u2028c\u0000d", "x").subject()).isEqualTo("a b c d");
        var long_ = new Said("🚴".repeat(300), "x").subject();
        assertThat(long_.codePointCount(0, long_.length())).isEqualTo(200);
        assertThat(long_).endsWith("🚴…");
        assertThatThrownBy(() -> new Said("a", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_audience_is_read_as_it_is_written() {
        for (var audience :
                List.of(new Audience.Guests(), new Audience.Queue(), new Audience.OfKind(new KindId("free")))) {
            assertThat(Audience.parse(audience.text())).isEqualTo(audience);
        }
        for (var none : List.of("", "everybody", "kind:", "kind:a b")) {
            assertThatThrownBy(() -> Audience.parse(none)).as(none).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_same_cause_is_the_same_message_and_another_is_another() {
        var square = new PopUpId("u-square");
        assertThat(MessageId.ofFact(square, 3, "")).isEqualTo(MessageId.ofFact(square, 3, ""));
        assertThat(Stream.of(
                        MessageId.ofFact(square, 3, ""),
                        MessageId.ofFact(square, 4, ""),
                        MessageId.ofFact(square, 3, "to"),
                        MessageId.ofFact(new PopUpId("u-squar"), 3, ""),
                        MessageId.ofReminder(square, START),
                        MessageId.ofReminder(square, START.plusMillis(1))))
                .doesNotHaveDuplicates();
    }

    @Test
    void patience_grows_and_ends_within_a_day() {
        var all = Duration.ZERO;
        int tries = 1;
        for (var pause = Patience.after(tries); pause.isPresent(); pause = Patience.after(tries)) {
            assertThat(pause.get())
                    .isGreaterThan(
                            tries == 1
                                    ? Duration.ZERO
                                    : Patience.after(tries - 1).orElseThrow());
            all = all.plus(pause.get());
            tries += 1;
        }
        assertThat(all).isBetween(Duration.ofHours(6), Duration.ofHours(24));
    }

    @Test
    void a_refusal_names_the_field() {
        assertThat(new NobodyThere().field()).contains("to");
        assertThat(new NobodyThere().code()).isEqualTo("nobody-there");
    }
}
