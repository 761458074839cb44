package downbeat.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferTimeTest {
    private static final Instant NOW = Instant.parse("2026-12-01T17:00:00Z");

    @ParameterizedTest
    @CsvSource({"P7D, PT15M", "PT30M, PT15M", "PT29M, PT14M30S", "PT2M, PT1M", "PT1M, PT1M", "PT-1H, PT1M"})
    void an_offer_lasts_half_of_what_is_left_but_never_too_long_nor_too_short(Duration left, Duration offer) {
        assertThat(OfferTime.end(NOW, NOW.plus(left))).isEqualTo(NOW.plus(offer));
    }
}
