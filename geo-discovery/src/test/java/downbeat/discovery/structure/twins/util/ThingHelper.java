package downbeat.discovery.structure.twins.util;

/** Says nothing. */
public interface ThingHelper {}
