package downbeat.discovery.alert;

import downbeat.kernel.ParticipantId;
import downbeat.kernel.Version;
import java.time.Instant;

/**
 * A member's wish to be told.
 *
 * @param consented when the member agreed to what is kept of them
 * @param edition counts edits, from 1
 */
public record Alert(AlertId id, ParticipantId member, Wish wish, Instant consented, int edition) {
    /** Of one member. */
    public static final int MOST = 10;

    public Version version() {
        return Version.of(edition);
    }
}
