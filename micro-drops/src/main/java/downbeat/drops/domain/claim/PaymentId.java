package downbeat.drops.domain.claim;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names a payment as its provider does. */
public record PaymentId(String value) implements Id {

    public PaymentId {
        Ids.check("payment id", value);
    }
}
