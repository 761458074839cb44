package downbeat.web.http.guard;

/** What is counted against a rate limit; capacities are configured under {@code downbeat.limits}. */
public enum Allowance {
    UNLIMITED,
    /** Sign-ins from one client address. */
    SIGN_IN_BY_ADDRESS,
    /** Sign-ins to one account, wrong or right: what slows guessing down. */
    SIGN_IN_BY_ACCOUNT,
    REGISTER_BY_ADDRESS,
    JOIN_BY_ACCOUNT,
    IMPORT_BY_ADDRESS,
    UPLOAD_BY_ADDRESS,
    /** Bytes sent or fetched only to measure a link. */
    MEASURE_BY_ADDRESS,
    VERDICT_BY_ADDRESS,
    /** Places of pop-ups held. */
    HOLD_BY_ADDRESS,
    /** Passes shown at a door, and uploads of what was shown to devices that were offline. */
    SCAN_BY_ADDRESS,
    /** Bundles claimed, and spots and places on the waiting list taken. */
    CLAIM_BY_ADDRESS,
    CLAIM_BY_ACCOUNT,
    /** Messages of an organizer to guests. */
    MESSAGE_BY_ACCOUNT,
    /** Links that end letters, opened or pressed: mail providers do so for many readers. */
    UNSUBSCRIBE_BY_ADDRESS,
    /** Webhooks made, edited, tried out and told again. */
    WEBHOOK_BY_ACCOUNT,
    /** Alerts made and edited. */
    ALERT_BY_ACCOUNT;

    /** The key in the configuration. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
