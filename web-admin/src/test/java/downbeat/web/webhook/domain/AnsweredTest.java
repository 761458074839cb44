package downbeat.web.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.webhook.domain.Answered.Failed;
import downbeat.web.webhook.domain.Answered.Over;
import downbeat.web.webhook.domain.Answered.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweredTest {
    private static final Instant NOW = Instant.parse("2026-12-01T17:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void any_success_is_taken(int status) {
        assertThat(Answered.with(status, Optional.empty(), NOW)).isEqualTo(new Taken(status));
    }

    @Test
    void gone_is_the_end() {
        assertThat(Answered.with(410, Optional.of("5"), NOW))
                .isInstanceOfSatisfying(
                        Over.class, over -> assertThat(over.status()).contains(410));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 301, 302, 307, 400, 401, 404, 429, 500, 503})
    void anything_else_is_tried_again_and_says_why(int status) {
        assertThat(Answered.with(status, Optional.empty(), NOW))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.why()).contains("answered " + status));
    }

    @Test
    void a_redirect_is_named_as_one() {
        assertThat(failed(301, "").why()).contains("redirects are not followed");
    }

    @Test
    void a_busy_endpoint_says_when_to_come_back_in_seconds_or_by_a_date() {
        assertThat(failed(429, "120").comeBack()).contains(Duration.ofMinutes(2));
        assertThat(failed(503, "Tue, 01 Dec 2026 17:05:00 GMT").comeBack()).contains(Duration.ofMinutes(5));
        assertThat(failed(503, "Tue, 01 Dec 2026 16:05:00 GMT").comeBack()).isEmpty();
        assertThat(failed(500, "120").comeBack())
                .as("only who is busy is asked")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999"})
    void what_says_no_time_asks_for_none(String header) {
        assertThat(failed(503, header).comeBack()).isEmpty();
    }

    private static Failed failed(int status, String retryAfter) {
        return (Failed) Answered.with(status, Optional.of(retryAfter), NOW);
    }
}
