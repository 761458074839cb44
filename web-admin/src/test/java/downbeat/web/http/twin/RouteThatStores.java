package downbeat.web.http.twin;

import java.sql.Connection;

/** A route that speaks SQL: the rule about routes must find it. */
public record RouteThatStores(Connection connection) {}
