package downbeat.drops.domain.claim;

import downbeat.drops.domain.point.PointId;

/**
 * A handover that a counter made on its own and that should not have been: it happened, and so it is kept.
 *
 * @param against how far the claim was when it became known
 */
public record Dispute(PointId point, Handover handover, Status against) {}
