package downbeat.popups.domain.ticket;

import downbeat.kernel.Money;

/** Whether a ticket is paid. */
public enum Settlement {
    NOTHING_DUE,
    DUE_AT_DOOR,
    PAID;

    public static Settlement of(Money price, boolean paid) {
        if (price.isZero()) {
            return NOTHING_DUE;
        }
        return paid ? PAID : DUE_AT_DOOR;
    }
}
