package downbeat.web.asset;

/** What an asset is for. */
public enum AssetKind {
    /** Played at its position in the plan. */
    MUSIC,
    /** Shown from its position in the plan on. */
    OVERLAY,
    /** Tells a device how to count repetitions. */
    REPS
}
