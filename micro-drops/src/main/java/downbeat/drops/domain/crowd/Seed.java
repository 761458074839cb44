package downbeat.drops.domain.crowd;

import downbeat.kernel.ParticipantId;
import downbeat.kernel.bound.Bounds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the draw is made with. Its {@link #commitment} is published before anybody can wait, and the seed itself when the drop
 * opens: nobody could choose it to please somebody, and everybody can draw again.
 *
 * @param text 64 hexadecimal digits, from a secure random source
 */
public record Seed(String text) {

    public Seed {
        Bounds.require(text.matches("[0-9a-f]{64}"), "seed must have 64 hexadecimal digits");
    }

    /** SHA-256 of the text, in hexadecimal digits. */
    public String commitment() {
        return sha256(text);
    }

    /** Those with a lower lot, read as text, come first: SHA-256 of the text, a colon and the id, in hexadecimal digits. */
    public String lot(ParticipantId who) {
        return sha256(text + ":" + who.value());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
