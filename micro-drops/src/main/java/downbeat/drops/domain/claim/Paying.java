package downbeat.drops.domain.claim;

/** How somebody means to pay. */
public enum Paying {
    AT_PICKUP,
    /** At a provider, before the hold runs out. */
    ONLINE
}
