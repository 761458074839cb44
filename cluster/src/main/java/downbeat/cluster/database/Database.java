package downbeat.cluster.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open database. Closing it puts H2 in order on disk; PostgreSQL looks after itself. */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Vendor vendor;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(Vendor vendor, HikariDataSource pool) {
        this.vendor = vendor;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Opens the pool once the database answers.
     *
     * @param patience how long to try
     * @throws RuntimeException if it does not answer in time; its cause says why
     */
    public static Database open(String url, String user, String password, int connections, Duration patience) {
        Vendor vendor = Vendor.of(url);
        HikariConfig config = new HikariConfig();
        config.setPoolName("downbeat-tables");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setDriverClassName(vendor.driver());
        // One for each projection thread, and as many for requests.
        config.setMaximumPoolSize(2 * connections);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(patience.toMillis());
        config.setConnectionTimeout(Math.max(250, patience.toMillis()));
        return new Database(vendor, new HikariDataSource(config));
    }

    public Vendor vendor() {
        return vendor;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public DataSource source() {
        return pool;
    }

    /** Brings the tables of one schema up to date; its history is kept apart from the others'. */
    public void migrate(String name, String location) {
        String own = location + "/" + vendor.folder();
        boolean split = Database.class.getClassLoader().getResource(own.substring("classpath:".length())) != null;
        Flyway.configure()
                .dataSource(pool)
                .table(name + "_schema_history")
                .locations(split ? own : location)
                .baselineOnMigrate(true) // other schemas live in the same database
                .baselineVersion("0")
                .load()
                .migrate();
    }

    @Override
    public void close() {
        if (vendor == Vendor.H2 && !pool.isClosed()) {
            try (Connection connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("SHUTDOWN COMPACT"); // the file grows by kilobytes a commit until then
            } catch (SQLException e) {
                LOG.debug("H2 had closed before: {}", e.getMessage());
            }
        }
        pool.close();
    }
}
