package downbeat.discovery.structure.twins.journey;

import org.jdbi.v3.core.Jdbi;

/** Breaks the rule that figures are counted of walks only. */
public record FiguresThatAskTheDatabase(Jdbi database) {}
