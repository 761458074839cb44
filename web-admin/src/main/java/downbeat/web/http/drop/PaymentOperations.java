package downbeat.web.http.drop;

import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.payment.Cashier;
import downbeat.web.payment.Forged;
import downbeat.web.payment.Notice;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where the payment provider tells what has become of checkouts. */
public final class PaymentOperations {
    private final Optional<Notice.Reader> reader;
    private final Cashier cashier;

    /** @param reader none where nothing is paid online */
    public PaymentOperations(Optional<Notice.Reader> reader, Cashier cashier) {
        this.reader = reader;
        this.cashier = cashier;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("hearPayment", "/api/v1/payments/stripe", Access.ANYONE, Takes.NOTICE, this::hear));
    }

    private CompletionStage<Answer> hear(Call call) {
        return cashier.hear(notice(call)).thenApply(done -> Answer.noContent());
    }

    /** Who says so is not known before the signature is. */
    private Notice notice(Call call) {
        try {
            return reader.orElseThrow(Call::notFound)
                    .read(call.body(), call.header("Stripe-Signature").orElse(""));
        } catch (Forged e) {
            throw ProblemType.BAD_FIELD.at("Stripe-Signature", "does not fit: " + e.getMessage());
        }
    }
}
