package downbeat.popups.structure.twins.util;

/** Says nothing. */
public interface ThingHelper {}
