package downbeat.web.http;

import downbeat.classes.live.connection.CommandListener;
import downbeat.classes.live.connection.JoinCheck;
import downbeat.classes.live.message.Joiner;
import downbeat.kernel.Outcome;
import downbeat.web.identity.JoinTokens;
import downbeat.web.identity.audit.AuditEntry;
import downbeat.web.identity.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Writes what is commanded over one socket into the trail, as what is commanded over HTTP is. Each command is a line, but for
 * two that come many at a time: taps, which the cue log keeps one by one, and what is forbidden. Of these the trail holds the
 * first of a socket and then at most one a minute.
 */
public final class LiveTrail implements JoinCheck, CommandListener {
    static final Duration SELDOM = Duration.ofMinutes(1);
    private static final String TAP = "cue";

    private final JoinTokens tokens;
    private final AuditTrail trail;
    private final Clock clock;
    private final String client;
    private final Map<String, Instant> written = new HashMap<>();
    private String account = AuditEntry.NOBODY;

    /** {@code client}: the address of the socket's other end. */
    public LiveTrail(JoinTokens tokens, AuditTrail trail, Clock clock, String client) {
        this.tokens = tokens;
        this.trail = trail;
        this.clock = clock;
        this.client = client;
    }

    /** A socket shows one token: whoever it is for says what follows. */
    @Override
    public CompletionStage<Outcome<Joiner>> check(String token) {
        tokens.read(token).ifPresent(ticket -> account = ticket.account());
        return tokens.check(token);
    }

    @Override
    public void heard(Joiner who, String verb, Fate fate) {
        var now = clock.instant();
        var many = verb.equals(TAP) || fate == Fate.FORBIDDEN;
        if (!many || isDue(verb + fate, now)) {
            var object = "/api/v1/classes/" + who.classId().value();
            trail.write(new AuditEntry(now, account, "live." + verb, object, status(fate), client, Optional.empty()));
        }
    }

    private boolean isDue(String kind, Instant now) {
        var last = written.get(kind);
        if (last != null && now.isBefore(last.plus(SELDOM))) {
            return false;
        }
        written.put(kind, now);
        return true;
    }

    /** As {@code POST …/control} would have been answered. */
    private static int status(Fate fate) {
        return switch (fate) {
            case DONE -> 200;
            case UNANSWERED -> 202;
            case FORBIDDEN -> 403;
            case REFUSED -> 409;
        };
    }
}
