package downbeat.web.outbox.domain;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;
import downbeat.popups.domain.PopUpId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** Names one message. What causes it names it: the same cause is the same message, however often it is seen. */
public record MessageId(String value) implements Id {

    public MessageId {
        Ids.check("message id", value);
    }

    /**
     * Of a fact.
     *
     * @param part tells apart what one fact makes somebody say
     */
    public static MessageId ofFact(PopUpId popUp, long sequence, String part) {
        return named("fact", popUp.value(), Long.toString(sequence), part);
    }

    /** Of the day before a start: another start is another day before. */
    public static MessageId ofReminder(PopUpId popUp, Instant start) {
        return named("reminder", popUp.value(), Long.toString(start.toEpochMilli()));
    }

    /** Of a wave that tells who is near of what opened. */
    public static MessageId ofWave(String listing, int wave, Instant at) {
        return named("wave", listing, Integer.toString(wave), Long.toString(at.toEpochMilli()));
    }

    private static MessageId named(String... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256")
                    .digest(String.join(" ", parts).getBytes(StandardCharsets.UTF_8));
            return new MessageId("n-" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha, 16)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
