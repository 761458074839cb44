package downbeat.discovery.structure.twins.index;

import org.jdbi.v3.core.Jdbi;

/** Breaks the rule that the index knows no database. */
public record IndexThatAsksTheDatabase(Jdbi database) {}
