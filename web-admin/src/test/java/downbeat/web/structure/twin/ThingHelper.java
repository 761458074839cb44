package downbeat.web.structure.twin;

/** A name that says nothing: the rule about names must find it. */
public record ThingHelper(int things) {}
