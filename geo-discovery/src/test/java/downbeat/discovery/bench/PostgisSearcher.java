package downbeat.discovery.bench;

import downbeat.discovery.index.Entry;
import downbeat.kernel.GeoPoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/** The nearest twenty within 3 km that begin within two days, by a GiST index of PostGIS over one prepared connection. */
final class PostgisSearcher implements Searcher {
    private final Connection connection;
    private final PreparedStatement query;

    /** @param url of a database in which extensions may be made */
    PostgisSearcher(String url, List<Entry> entries) throws SQLException {
        connection = DriverManager.getConnection(url);
        try (var statement = connection.createStatement()) {
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
        query = connection.prepareStatement("SELECT number FROM near_benchmark"
                + " WHERE ST_DWithin(point, ST_MakePoint(?, ?)::geography, 3000) AND starts_at >= ? AND starts_at < ?"
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
        return "PostGIS, nearest 20 within 3 km, time";
    }

    @Override
    public int search(GeoPoint point) throws SQLException {
        query.setDouble(1, point.longitude());
        query.setDouble(2, point.latitude());
        query.setTimestamp(3, Timestamp.from(NearBenchmark.SOON.start()));
        query.setTimestamp(4, Timestamp.from(NearBenchmark.SOON.end()));
        query.setDouble(5, point.longitude());
        query.setDouble(6, point.latitude());
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
