package downbeat.drops.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What people build with a database alone. A member has at most one unit: the key of the table says so. */
abstract sealed class SqlShop implements Shop {
    private static final String TABLE =
            "create table if not exists shop_claim (round text, member text, at timestamptz default now(), primary key (round, member))";

    final HikariDataSource pool;

    /** @param connections the pool's size */
    private SqlShop(DataSource server, int connections, String... tables) throws SQLException {
        var config = new HikariConfig();
        config.setDataSource(server);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(120_000);
        pool = new HikariDataSource(config);
        run(TABLE);
        for (String table : tables) {
            run(table);
        }
    }

    /** @return rows that were changed */
    final int run(String sql, Object... values) throws SQLException {
        try (Connection db = pool.getConnection();
                PreparedStatement statement = db.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    final long number(String sql, Object... values) throws SQLException {
        try (Connection db = pool.getConnection();
                PreparedStatement statement = db.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    abstract Answer claim(String round, String member) throws SQLException;

    @Override
    public Client client() {
        return new Client() {
            @Override
            public Answer claim(String round, String member) throws SQLException {
                return SqlShop.this.claim(round, member);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public long claims(String round) throws SQLException {
        return number("select count(*) from shop_claim where round = ?", round);
    }

    @Override
    public void close() {
        pool.close();
    }

    /** One row holds the stock; the update locks it. */
    static final class RowLock extends SqlShop {
        RowLock(DataSource server, int connections) throws SQLException {
            super(
                    server,
                    connections,
                    "create table shop_item (round text primary key, stock int not null check (stock >= 0))"
                            + " with (fillfactor = 50)");
        }

        @Override
        public String name() {
            return "row lock, PostgreSQL";
        }

        @Override
        public void open(String round, int stock) throws SQLException {
            run("insert into shop_item values (?, ?)", round, stock);
        }

        @Override
        Answer claim(String round, String member) throws SQLException {
            int claimed = run(
                    "with taken as (update shop_item set stock = stock - 1 where round = ? and stock > 0 returning round)"
                            + " insert into shop_claim (round, member) select round, ? from taken on conflict do nothing",
                    round,
                    member);
            return claimed > 0 ? Answer.CLAIMED : Answer.SOLD_OUT;
        }
    }

    /** One row for each unit; those that others have locked are skipped. */
    static final class SkipLocked extends SqlShop {
        SkipLocked(DataSource server, int connections) throws SQLException {
            super(
                    server,
                    connections,
                    "create table shop_unit (id bigserial primary key, round text not null)",
                    "create index shop_unit_by_round on shop_unit (round, id)");
        }

        @Override
        public String name() {
            return "SKIP LOCKED, PostgreSQL";
        }

        @Override
        public void open(String round, int stock) throws SQLException {
            run("insert into shop_unit (round) select ? from generate_series(1, ?)", round, stock);
            run("analyze shop_unit");
        }

        @Override
        Answer claim(String round, String member) throws SQLException {
            int claimed = run(
                    "with taken as (delete from shop_unit where id = (select id from shop_unit where round = ? limit 1"
                            + " for update skip locked) returning round)"
                            + " insert into shop_claim (round, member) select round, ? from taken",
                    round,
                    member);
            if (claimed > 0) {
                return Answer.CLAIMED;
            }
            return number("select count(*) from shop_unit where round = ?", round) > 0 ? Answer.BUSY : Answer.SOLD_OUT;
        }
    }
}
