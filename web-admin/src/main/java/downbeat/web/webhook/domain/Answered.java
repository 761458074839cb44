package downbeat.web.webhook.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What came of one try. */
public sealed interface Answered {

    /** @param status 200 to 299 */
    record Taken(int status) implements Answered {}

    /**
     * It is to be told nothing more.
     *
     * @param status empty when nothing was sent
     */
    record Over(Optional<Integer> status, String why) implements Answered {}

    /**
     * It may go better later.
     *
     * @param status empty when nothing was answered
     * @param why one sentence for the owner of the endpoint
     * @param comeBack how long the endpoint asks to be left alone
     */
    record Failed(Optional<Integer> status, String why, Optional<Duration> comeBack) implements Answered {}

    static Answered silent(String why) {
        return new Failed(Optional.empty(), why, Optional.empty());
    }

    /** @param retryAfter the header as it came */
    static Answered with(int status, Optional<String> retryAfter, Instant now) {
        if (status >= 200 && status < 300) {
            return new Taken(status);
        }
        if (status == 410) {
            return new Over(Optional.of(status), "The endpoint answered 410 Gone: it wants to be told nothing more.");
        }
        var asks = status == 429 || status == 503;
        return new Failed(
                Optional.of(status), why(status), retryAfter.filter(it -> asks).flatMap(text -> pause(text, now)));
    }

    private static String why(int status) {
        return status >= 300 && status < 400
                ? "The endpoint answered " + status
                        + "; redirects are not followed. Subscribe the address that it leads to."
                : "The endpoint answered " + status + ".";
    }

    /** In seconds, or a date of HTTP. What is neither asks for nothing. */
    private static Optional<Duration> pause(String text, Instant now) {
        try {
            if (text.strip().matches("[0-9]{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
            }
            var then = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, then)).filter(Duration::isPositive);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
