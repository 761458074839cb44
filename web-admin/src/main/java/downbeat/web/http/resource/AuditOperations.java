package downbeat.web.http.resource;

import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Operation;
import downbeat.web.identity.audit.AuditEntry;
import downbeat.web.identity.audit.AuditTrail;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The trail of who did what, for administrators. */
public final class AuditOperations {
    private final AuditTrail trail;
    private final Executor blocking;

    public AuditOperations(AuditTrail trail, Executor blocking) {
        this.trail = trail;
        this.blocking = blocking;
    }

    record AuditJson(Instant at, String account, String action, String object, int status, String client) {
        static AuditJson of(AuditEntry e) {
            return new AuditJson(e.at(), e.account(), e.action(), e.object(), e.status(), e.client());
        }
    }

    public List<Operation> operations() {
        return List.of(Operation.get("listAudit", "/api/v1/audit", Access.ADMIN, call -> {
                    var limit = call.number("limit", 1, 500, 100);
                    return CompletableFuture.supplyAsync(() -> trail.newest(limit), blocking)
                            .thenApply(all -> Answer.ok(PageJson.last(
                                    all.stream().map(AuditJson::of).toList())));
                })
                .knowing("limit"));
    }
}
