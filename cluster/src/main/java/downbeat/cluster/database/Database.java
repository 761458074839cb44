package downbeat.cluster.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.Configurable;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open database. Closing it puts H2 in order on disk; PostgreSQL looks after itself. */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);

    /** Names the lock of those who change tables; any number will do that nobody else takes. */
    private static final long MIGRATING = 0x646f776e62656174L;

    private final Vendor vendor;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(Vendor vendor, HikariDataSource pool) {
        this.vendor = vendor;
        this.pool = pool;
        this.jdbi = ours(Jdbi.create(pool));
    }

    /**
     * Opens the pool once the database answers. A refusal, such as a wrong password, is final; anything else is tried
     * again.
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
        if (vendor == Vendor.POSTGRESQL) {
            config.addDataSourceProperty("logServerErrorDetail", "false"); // the values of a row may be personal
        }
        // One for each projection thread, and as many for requests.
        config.setMaximumPoolSize(2 * connections);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(1); // one attempt: which failures are worth another is known here
        config.setConnectionTimeout(Math.max(250, patience.toMillis()));
        return new Database(vendor, answering(config, System.nanoTime() + patience.toNanos()));
    }

    private static HikariDataSource answering(HikariConfig config, long deadline) {
        while (true) {
            try {
                return new HikariDataSource(config);
            } catch (HikariPool.PoolInitializationException e) {
                if (refused(e) || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            }
        }
    }

    /** It answers, and waiting would not change what it says: SQL states of a wrong account and of no such database. */
    private static boolean refused(Throwable failure) {
        String state = failure instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        Throwable cause = failure.getCause();
        return state.startsWith("28") || state.equals("3D000") || (cause != null && refused(cause));
    }

    /** What all our statements follow: text that both databases take, and failures that do not repeat the values. */
    public static <T extends Configurable<T>> T ours(T statements) {
        return statements
                .registerArgument(new StorableText())
                .configure(StatementExceptions.class, it -> it.setMessageRendering(MessageRendering.NONE));
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

    /**
     * Brings the tables of one schema up to date; its history is kept apart from the others'. Of nodes that start at once on an
     * empty PostgreSQL one does so after the other, since none may find a history that another has only begun.
     */
    public void migrate(String name, String location) {
        if (vendor == Vendor.POSTGRESQL) {
            jdbi.useTransaction(db -> {
                db.execute("SELECT pg_advisory_xact_lock(?)", MIGRATING);
                bringUpToDate(name, location);
            });
        } else {
            bringUpToDate(name, location);
        }
    }

    private void bringUpToDate(String name, String location) {
        String own = location + "/" + vendor.folder();
        boolean split = Database.class.getClassLoader().getResource(own.substring("classpath:".length())) != null;
        Flyway.configure()
                .dataSource(pool)
                .table(name + "_schema_history")
                .locations(split ? own : location)
                .baselineOnMigrate(true) // other schemas live in the same database
                .baselineVersion("0")
                .placeholders(Map.of("numbers_at_once", Integer.toString(vendor.numbersAtOnce())))
                .load()
                .migrate();
    }

    /**
     * Lets PostgreSQL look at how large tables have become and what is in them. It does so by itself too, but not within the first minute
     * of a table, and a plan made for an empty one looks at every row for every row. H2 plans without looking.
     */
    public void takeStock(String tables) {
        if (vendor == Vendor.POSTGRESQL) {
            // What another node or PostgreSQL itself is looking at already needs no second look.
            jdbi.useHandle(db -> db.execute("ANALYZE (SKIP_LOCKED) " + tables));
        }
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
