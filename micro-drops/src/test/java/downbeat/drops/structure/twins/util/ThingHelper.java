package downbeat.drops.structure.twins.util;

/** Says nothing. */
public interface ThingHelper {}
