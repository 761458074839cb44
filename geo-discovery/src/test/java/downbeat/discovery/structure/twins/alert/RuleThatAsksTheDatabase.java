package downbeat.discovery.structure.twins.alert;

/** Breaks the rule that the rules of alerts know no database. */
public record RuleThatAsksTheDatabase(org.jdbi.v3.core.Jdbi database) {}
