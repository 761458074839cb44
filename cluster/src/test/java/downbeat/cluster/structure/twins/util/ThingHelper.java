package downbeat.cluster.structure.twins.util;

/** A name that says nothing. */
public record ThingHelper() {}
