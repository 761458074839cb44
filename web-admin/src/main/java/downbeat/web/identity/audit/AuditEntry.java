package downbeat.web.identity.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the trail.
 *
 * @param account who, or {@link #NOBODY}
 * @param action the operation's name, {@code control.} and the command's name for what leads a class; {@code live.} and the
 *     command's name for what came over a live socket
 * @param object the path that was called or the one of what was made, without its query; the path of the class for what came
 *     over a live socket
 * @param status how it was answered, as an HTTP status; 202 for a command whose answer nobody waited for
 * @param client the client's address
 * @param device at a door through which it was done; the account is then who is signed in there, or who invited the device
 */
public record AuditEntry(
        Instant at, String account, String action, String object, int status, String client, Optional<String> device) {
    /** In place of an account when nobody is signed in. */
    public static final String NOBODY = "-";
}
