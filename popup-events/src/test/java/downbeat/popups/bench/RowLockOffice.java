package downbeat.popups.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * What people build with a database alone: the row of the pop-up is locked ({@code SELECT … FOR UPDATE}), its counters are
 * read and written, and the commit lets the next one in. Holds and tickets are rows; a person has at most one.
 */
final class RowLockOffice implements BoxOffice {
    private static final List<String> TABLES = List.of(
            "create table row_lock_pop_up (id text primary key, capacity int not null, sold int not null, held int not null)",
            "create table row_lock_hold (pop_up text not null, guest text not null, until timestamptz not null,"
                    + " primary key (pop_up, guest))",
            "create table row_lock_ticket (pop_up text not null, number int not null, guest text not null,"
                    + " primary key (pop_up, number), unique (pop_up, guest))");

    private final HikariDataSource pool;

    /** @param connections the pool's size */
    RowLockOffice(DataSource server, int connections) throws SQLException {
        var config = new HikariConfig();
        config.setDataSource(server);
        config.setMaximumPoolSize(connections);
        config.setAutoCommit(false);
        pool = new HikariDataSource(config);
        inOneTransaction(db -> {
            for (String table : TABLES) {
                run(db, table);
            }
            return true;
        });
    }

    @Override
    public String name() {
        return "row lock, PostgreSQL";
    }

    @Override
    public void publish(String popUp, int capacity) throws SQLException {
        inOneTransaction(db -> run(db, "insert into row_lock_pop_up values (?, ?, 0, 0)", popUp, capacity) == 1);
    }

    @Override
    public boolean book(String popUp, String guest) throws SQLException {
        return inOneTransaction(db -> hold(db, popUp, guest)) && inOneTransaction(db -> confirm(db, popUp, guest));
    }

    private static boolean hold(Connection db, String popUp, String guest) throws SQLException {
        return sold(db, popUp) >= 0
                && run(db, "update row_lock_pop_up set held = held + 1 where id = ? and sold + held < capacity", popUp)
                        == 1
                && run(db, "insert into row_lock_hold values (?, ?, now() + interval '10 minutes')", popUp, guest) == 1;
    }

    private static boolean confirm(Connection db, String popUp, String guest) throws SQLException {
        int number = sold(db, popUp) + 1;
        return run(db, "delete from row_lock_hold where pop_up = ? and guest = ? and until > now()", popUp, guest) == 1
                && run(db, "insert into row_lock_ticket values (?, ?, ?)", popUp, number, guest) == 1
                && run(db, "update row_lock_pop_up set held = held - 1, sold = sold + 1 where id = ?", popUp) == 1;
    }

    /** Locks the row. */
    private static int sold(Connection db, String popUp) throws SQLException {
        try (PreparedStatement select =
                db.prepareStatement("select sold from row_lock_pop_up where id = ? for update")) {
            select.setString(1, popUp);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Override
    public Count count(String popUp) throws SQLException {
        try (Connection db = pool.getConnection();
                PreparedStatement select = db.prepareStatement(
                        "select count(*), count(distinct guest) from row_lock_ticket where pop_up = ?")) {
            select.setString(1, popUp);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Count(row.getLong(1), row.getLong(2));
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        boolean with(Connection db) throws SQLException;
    }

    /** Committed when the work says yes, else rolled back. */
    private boolean inOneTransaction(Work work) throws SQLException {
        try (Connection db = pool.getConnection()) {
            boolean done = work.with(db);
            if (done) {
                db.commit();
            } else {
                db.rollback();
            }
            return done;
        }
    }

    private static int run(Connection db, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
