package downbeat.web.identity.audit;

import java.time.Instant;

/**
 * One line of the trail.
 *
 * @param account who, or {@code -} for nobody signed in
 * @param action the operation's name
 * @param object the path that was called, without its query
 * @param status how it was answered
 * @param client the client's address
 */
public record AuditEntry(Instant at, String account, String action, String object, int status, String client) {}
