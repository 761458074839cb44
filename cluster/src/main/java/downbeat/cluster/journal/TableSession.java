package downbeat.cluster.journal;

import akka.japi.function.Function;
import akka.projection.jdbc.JdbcSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** One transaction of a projection: its table and its position together, then what must not come before the commit. */
public final class TableSession implements JdbcSession {

    private final Connection connection;
    private final List<Runnable> afterwards = new ArrayList<>();

    private TableSession(Connection connection) {
        this.connection = connection;
    }

    public static TableSession open(DataSource source) {
        try {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            return new TableSession(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for a projection: " + e.getMessage(), e);
        }
    }

    Connection connection() {
        return connection;
    }

    void afterwards(Runnable step) {
        afterwards.add(step);
    }

    @Override
    public <T> T withConnection(Function<Connection, T> use) throws Exception {
        return use.apply(connection);
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
        afterwards.forEach(Runnable::run);
        afterwards.clear();
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
