package downbeat.drops.domain;

/** How far a drop is. */
public enum Phase {
    /** Seen by its trainer only. */
    DRAFT,
    /** Everybody knows what there will be. */
    ANNOUNCED,
    /** To be claimed. */
    OPEN,
    /** No more claims; what was claimed is collected. */
    CLOSED,
    CANCELLED
}
