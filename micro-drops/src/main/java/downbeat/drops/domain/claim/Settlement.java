package downbeat.drops.domain.claim;

import downbeat.kernel.Money;

/** Whether a claim is paid. */
public enum Settlement {
    NOTHING_DUE,
    DUE_ONLINE,
    DUE_AT_PICKUP,
    PAID_ONLINE,
    PAID_AT_PICKUP;

    public static Settlement of(Money price, Paying paying) {
        if (price.isZero()) {
            return NOTHING_DUE;
        }
        return paying == Paying.ONLINE ? DUE_ONLINE : DUE_AT_PICKUP;
    }
}
