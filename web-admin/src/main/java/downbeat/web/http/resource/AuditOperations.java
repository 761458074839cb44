package downbeat.web.http.resource;

import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Operation;
import downbeat.web.identity.audit.AuditTrail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The trail of who did what, for administrators. */
public final class AuditOperations {
    private static final String LIST = "audit";

    private final AuditTrail trail;
    private final Cursors cursors;
    private final Executor blocking;

    public AuditOperations(AuditTrail trail, Cursors cursors, Executor blocking) {
        this.trail = trail;
        this.cursors = cursors;
        this.blocking = blocking;
    }

    /** @param device at a door through which it was done */
    record AuditJson(
            Instant at,
            String account,
            String action,
            String object,
            int status,
            String client,
            @Nullable String device) {
        static AuditJson of(AuditTrail.Line line) {
            var e = line.entry();
            return new AuditJson(
                    e.at(),
                    e.account(),
                    e.action(),
                    e.object(),
                    e.status(),
                    e.client(),
                    e.device().orElse(null));
        }
    }

    public List<Operation> operations() {
        return List.of(Operation.get("listAudit", "/api/v1/audit", Access.ADMIN, this::list)
                .knowing("limit", "cursor"));
    }

    private CompletionStage<Answer> list(Call call) {
        var limit = call.number("limit", 1, 500, 100);
        var below = Optional.ofNullable(call.query().get("cursor"))
                .map(text -> Long.parseLong(cursors.open(LIST, text)))
                .orElse(Long.MAX_VALUE);
        return CompletableFuture.supplyAsync(() -> trail.newest(limit + 1, below), blocking)
                .thenApply(lines -> Answer.ok(page(lines, limit)));
    }

    private PageJson<AuditJson> page(List<AuditTrail.Line> lines, int limit) {
        var shown = lines.subList(0, Math.min(limit, lines.size()));
        var next = lines.size() > limit
                ? cursors.seal(LIST, Long.toString(shown.getLast().number()))
                : null;
        return new PageJson<>(shown.stream().map(AuditJson::of).toList(), next);
    }
}
