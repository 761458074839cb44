package downbeat.web.http.drop;

import downbeat.drops.domain.claim.ClaimId;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.payment.Refunds;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What a trainer says of refunds that the bank would not take. */
public final class RefundOperations {
    private final DropShelf shelf;
    private final Refunds refunds;
    private final Executor blocking;

    public RefundOperations(DropShelf shelf, Refunds refunds, Executor blocking) {
        this.shelf = shelf;
        this.refunds = refunds;
        this.blocking = blocking;
    }

    public List<Operation> operations() {
        return List.of(Operation.post(
                "settleRefund",
                DropOperations.ONE + "/claims/{claim}/refund/settle",
                Access.OWNER,
                Takes.NOTHING,
                this::settle));
    }

    /** The money went back another way. */
    private CompletionStage<Answer> settle(Call call) {
        var claim = call.id("claim", ClaimId::new);
        return shelf.own(call)
                .thenApplyAsync(
                        found -> {
                            if (!refunds.settle(found.id(), claim)) {
                                throw Call.notFound();
                            }
                            return Answer.noContent();
                        },
                        blocking);
    }
}
