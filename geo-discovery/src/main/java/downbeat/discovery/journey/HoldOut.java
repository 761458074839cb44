package downbeat.discovery.journey;

import downbeat.kernel.ParticipantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The tenth of all members that is neither told of what opens near them nor shown first what is to their taste. What they do is
 * what would have been done anyway; without them nobody could tell what discovery has changed. Whether somebody belongs to it
 * follows from their id alone, so that it is the same on every node, at any time, and needs no row.
 */
public final class HoldOut {
    /** Of all members, held out. */
    public static final double SHARE = 0.10;

    /** Begins what is hashed: another one would draw another tenth. */
    private static final String DRAW = "downbeat hold-out 1 ";

    private HoldOut() {}

    /** Whether a member is of the held-out tenth. */
    public static boolean has(ParticipantId who) {
        var drawn = ByteBuffer.wrap(sha256(DRAW + who.value())).getInt();
        return Integer.toUnsignedLong(drawn) < (long) (SHARE * (1L << 32));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
