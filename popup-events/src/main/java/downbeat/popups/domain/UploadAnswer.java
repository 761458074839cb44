package downbeat.popups.domain;

import downbeat.kernel.Nonce;

/** What became of one scan of an upload. */
public record UploadAnswer(Nonce nonce, Fate fate) {

    /** Whether the device may forget its scan. */
    public enum Fate {
        KEPT,
        KEPT_ALREADY,
        /** Nobody registered the device. */
        UNKNOWN_DEVICE,
        /** The scan is from after the device was revoked. */
        DEVICE_REVOKED,
        /** The clock of the device is more than five minutes ahead: set it right, and upload again. */
        FROM_THE_FUTURE,
        /** There are too many scans of this ticket, or of passes of no ticket. */
        DOOR_IS_FULL
    }
}
