package downbeat.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Function;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {

    record OneHold(int limit) implements Refusal {
        @Override
        public String detail() {
            return "one";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a/b", "a|b", "a\n", "a.b"})
    void an_id_that_could_not_be_a_path_or_a_key_is_refused(String value) {
        for (Function<String, Id> make : java.util.List.<Function<String, Id>>of(
                ClassId::new, ParticipantId::new, AccountId::new, PlanId::new, PopId::new)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> make.apply(value))
                    .withMessageContaining("id must be 1 to 64 characters");
        }
    }

    @Test
    void an_overlong_id_is_not_repeated_in_the_complaint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassId("x".repeat(65)))
                .withMessageEndingWith("but is 65 characters long");
    }

    @Property(tries = 200)
    void plain_text_is_an_id(@ForAll @StringLength(min = 1, max = 64) @CharRange(from = 'a', to = 'z') String value) {
        assertThat(new ClassId(value).value()).isEqualTo(value);
    }

    @Property(tries = 200)
    void money_adds_up(
            @ForAll @LongRange(max = 1_000_000_000) long a,
            @ForAll @LongRange(max = 1_000_000_000) long b,
            @ForAll @IntRange(max = 1_000) int times) {
        Money one = Money.of(a, "EUR");
        Money other = Money.of(b, "EUR");
        assertThat(one.plus(other)).isEqualTo(other.plus(one)).isEqualTo(Money.of(a + b, "EUR"));
        assertThat(one.times(times).minor()).isEqualTo(a * times);
        assertThat(one.plus(Money.zero(Currency.getInstance("EUR")))).isEqualTo(one);
    }

    @Test
    void money_is_never_negative_mixed_or_overflowing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(-1, "EUR"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "EUR").plus(Money.of(1, "JPY")));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "EUR").times(-1));
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "EUR").times(2)).isInstanceOf(ArithmeticException.class);
        assertThat(Money.of(0, "EUR").isZero()).isTrue();
        assertThat(Money.of(1, "EUR").isZero()).isFalse();
    }

    @Test
    void a_point_lies_on_earth() {
        for (double latitude : new double[] {-90.1, 90.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new GeoPoint(latitude, 0))
                    .withMessageStartingWith("latitude");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeoPoint(0, -180.5))
                .withMessageStartingWith("longitude");
    }

    @Test
    void berlin_is_some_254_km_from_hamburg() {
        double metres = new GeoPoint(52.5200, 13.4050).metresTo(new GeoPoint(53.5511, 9.9937));
        assertThat(metres).isCloseTo(255_250, within(1_500.0));
    }

    @Property(tries = 200)
    void a_cell_holds_its_point_at_every_resolution(
            @ForAll @DoubleRange(min = -89, max = 89) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @IntRange(max = 15) int resolution) {
        Cell cell = Cell.of(new GeoPoint(latitude, longitude), resolution);
        assertThat(cell.resolution()).isEqualTo(resolution);
        assertThat(Cell.parse(cell.toString())).isEqualTo(cell);
        assertThat(cell.parent(resolution)).isEqualTo(cell);
        assertThat(cell.parent(0).resolution()).isZero();
    }

    @Test
    void what_is_no_cell_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cell(0)).withMessageContaining("no cell");
        assertThatIllegalArgumentException().isThrownBy(() -> Cell.parse("zz")).withMessageContaining("hexadecimal");
        Cell cell = Cell.of(new GeoPoint(0, 0), 5);
        assertThatIllegalArgumentException().isThrownBy(() -> cell.parent(6)).withMessageContaining("coarser");
        assertThatIllegalArgumentException().isThrownBy(() -> cell.parent(-1)).withMessageContaining("0 to 15");
        assertThatIllegalArgumentException().isThrownBy(() -> Cell.of(new GeoPoint(0, 0), 16));
    }

    @Property(tries = 300)
    void windows_overlap_exactly_if_some_instant_is_in_both(
            @ForAll @IntRange(max = 20) int start,
            @ForAll @IntRange(max = 20) int end,
            @ForAll @IntRange(max = 20) int otherStart,
            @ForAll @IntRange(max = 20) int otherEnd) {
        Assume.that(start < end && otherStart < otherEnd);
        TimeWindow window = window(start, end);
        TimeWindow other = window(otherStart, otherEnd);
        boolean shared = java.util.stream.IntStream.range(0, 21)
                .mapToObj(Instant::ofEpochSecond)
                .anyMatch(instant -> window.contains(instant) && other.contains(instant));
        assertThat(window.overlaps(other)).isEqualTo(shared).isEqualTo(other.overlaps(window));
        assertThat(window.length()).isEqualTo(Duration.ofSeconds(end - start));
    }

    @Test
    void a_window_ends_after_it_starts() {
        assertThatIllegalArgumentException().isThrownBy(() -> window(3, 3));
    }

    @Test
    void a_refusal_has_a_stable_code_in_any_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            OneHold refusal = new OneHold(1);
            assertThat(refusal.code()).isEqualTo("one-hold");
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(refusal.field()).isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void an_outcome_folds_and_maps() {
        Outcome<Integer> yes = Outcome.accepted(2);
        Outcome<Integer> no = Outcome.refused(new OneHold(1));
        assertThat(yes.map(it -> it + 1)).isEqualTo(Outcome.accepted(3));
        assertThat(no.map(it -> it + 1)).isEqualTo(no);
        assertThat(yes.<String>fold(it -> "yes", refusal -> "no")).isEqualTo("yes");
        assertThat(no.<String>fold(it -> "yes", refusal -> refusal.code())).isEqualTo("one-hold");
    }

    @Test
    void a_decision_keeps_what_it_was_given() {
        assertThat(Decision.<String, Integer>accept(1, "a", "b"))
                .isEqualTo(Decision.accept(1, java.util.List.of("a", "b")));
        assertThat(Decision.<String, Integer>refuse(new OneHold(1)))
                .isEqualTo(new Decision.Refuse<String, Integer>(new OneHold(1)));
    }

    private static TimeWindow window(int start, int end) {
        return new TimeWindow(Instant.ofEpochSecond(start), Instant.ofEpochSecond(end));
    }

    @Property
    void contents_that_differ_have_versions_that_differ(@ForAll String one, @ForAll String other) {
        assertThat(Version.ofContent(one).equals(Version.ofContent(other))).isEqualTo(one.equals(other));
    }

    @Test
    void a_version_is_plain_enough_for_a_header() {
        assertThat(Version.canBe("BOOKED-IN_ROOM")).isTrue();
        for (String text : new String[] {"", "a\"b", "a,b", "*", "ä", "x".repeat(65)}) {
            assertThat(Version.canBe(text)).isFalse();
            assertThatThrownBy(() -> new Version(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
