package downbeat.discovery.bench;

import downbeat.discovery.index.Entry;
import downbeat.kernel.GeoPoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/**
 * The nearest twenty that begin within two days, in the order of a GiST index of PostGIS, by one prepared statement. With a circle
 * around them as well ({@code ST_DWithin}) the planner reads all of the circle, which takes it thirty times as long.
 */
final class PostgisSearcher implements Searcher {
    private final Connection connection;
    private final PreparedStatement query;

    /** @param url of a database in which extensions may be made */
    PostgisSearcher(String url, List<Entry> entries) throws SQLException {
        connection = DriverManager.getConnection(url);
        try (var statement = connection.createStatement()) {
            statement.execute("SET jit = off");
            statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
            statement.execute("DROP TABLE IF EXISTS near_benchmark");
            statement.execute("CREATE TABLE near_benchmark (number INTEGER PRIMARY KEY, point geography(POINT, 4326),"
                    + " starts_at TIMESTAMPTZ NOT NULL)");
        }
        fill(entries);
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE INDEX ON near_benchmark USING GIST (point)");
            statement.execute("VACUUM ANALYZE near_benchmark");
        }
        query = connection.prepareStatement("SELECT number FROM near_benchmark WHERE starts_at >= ? AND starts_at < ?"
                + " ORDER BY point <-> ST_MakePoint(?, ?)::geography LIMIT 20");
    }

    private void fill(List<Entry> entries) throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(
                "INSERT INTO near_benchmark VALUES (?, ST_MakePoint(?, ?)::geography, ?)")) {
            int waiting = 0;
            for (var entry : entries) {
                var point = entry.point().orElseThrow();
                insert.setInt(1, entry.number());
                insert.setDouble(2, point.longitude());
                insert.setDouble(3, point.latitude());
                insert.setTimestamp(4, Timestamp.from(entry.start()));
                insert.addBatch();
                if (++waiting % 10_000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public String name() {
        return "PostGIS, nearest 20, time";
    }

    @Override
    public int search(GeoPoint point) throws SQLException {
        query.setTimestamp(1, Timestamp.from(NearBenchmark.SOON.start()));
        query.setTimestamp(2, Timestamp.from(NearBenchmark.SOON.end()));
        query.setDouble(3, point.longitude());
        query.setDouble(4, point.latitude());
        int found = 0;
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                found++;
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
