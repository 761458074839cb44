package downbeat.web.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private static final Instant AT = Instant.parse("2026-06-18T18:00:00Z");

    private static final String URL = "jdbc:h2:mem:trail";

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger connectionsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private Database database;
    private ExecutorService threads;
    private AuditTrail trail;

    @BeforeEach
    void open() {
        database = Database.open(URL, "sa", "", 2, Duration.ofSeconds(20));
        database.migrate("identity", "classpath:db/identity");
        threads = Executors.newFixedThreadPool(2);
        trail = new AuditTrail(Jdbi.create(this::connection), threads);
    }

    private Connection connection() throws SQLException {
        if (away.get() || connectionsLeft.getAndDecrement() <= 0) {
            throw new SQLTransientConnectionException("away");
        }
        return DriverManager.getConnection(URL, "sa", "");
    }

    @AfterEach
    void close() {
        threads.close();
        database.close();
    }

    private static AuditEntry entry(String object) {
        return new AuditEntry(AT, "a-1", "claimBundle", object, 201, "127.0.0.1", Optional.empty());
    }

    private static AuditEntry tooLong(String object) {
        return new AuditEntry(AT, "a".repeat(65), "claimBundle", object, 201, "127.0.0.1", Optional.empty());
    }

    @Test
    void a_rush_is_written_in_its_order_and_read_back_whole() {
        IntStream.range(0, 2_500).forEach(n -> trail.write(entry("/drops/" + n)));

        var lines = trail.newest(3_000, Long.MAX_VALUE);

        assertThat(lines)
                .extracting(line -> line.entry().object())
                .containsExactlyElementsOf(IntStream.iterate(2_499, n -> n >= 0, n -> n - 1)
                        .mapToObj(n -> "/drops/" + n)
                        .toList());
        assertThat(trail.newest(2, lines.get(10).number()))
                .extracting(line -> line.entry().object())
                .containsExactly("/drops/2488", "/drops/2487");
    }

    @Test
    void what_comes_while_others_gather_is_written_without_anybody_asking() {
        trail.write(entry("/first"));
        trail.write(entry("/second"));

        await().until(() -> rows() == 2);
    }

    @Test
    void one_that_the_database_does_not_take_is_not_the_loss_of_the_others() {
        trail.write(entry("/first"));
        trail.write(tooLong("/second"));
        trail.write(entry("/third"));

        assertThat(trail.newest(10, Long.MAX_VALUE))
                .extracting(line -> line.entry().object())
                .containsExactly("/third", "/first");
    }

    @Test
    void while_the_database_is_away_they_wait_in_their_order() {
        away.set(true);
        trail.write(entry("/first"));
        trail.writeAll();
        trail.write(entry("/second"));
        trail.writeAll();
        assertThat(rows()).isZero();
        away.set(false);
        trail.write(entry("/third"));

        assertThat(objects()).containsExactly("/third", "/second", "/first");
    }

    @Test
    void a_database_that_goes_while_one_is_looked_for_loses_none_of_the_others() {
        away.set(true);
        trail.write(entry("/first"));
        trail.write(tooLong("/second"));
        IntStream.range(3, 9).forEach(n -> trail.write(entry("/" + n)));
        connectionsLeft.set(4); // the whole is refused, its half and quarter too, and the first alone is taken
        away.set(false);
        trail.writeAll();
        away.set(true);
        connectionsLeft.set(Integer.MAX_VALUE);
        trail.writeAll();
        away.set(false);

        assertThat(objects()).containsExactly("/8", "/7", "/6", "/5", "/4", "/3", "/first");
    }

    @Test
    void as_many_as_a_node_has_room_for_wait_and_the_first_of_them_are_kept() {
        int most = 100_000;
        away.set(true);
        IntStream.range(0, most + 10).forEach(n -> trail.write(entry("/" + n)));
        away.set(false);

        assertThat(objects()).hasSize(10).first().isEqualTo("/" + (most - 1));
        assertThat(rows()).isEqualTo(most);
    }

    private List<String> objects() {
        return trail.newest(10, Long.MAX_VALUE).stream()
                .map(line -> line.entry().object())
                .toList();
    }

    private int rows() {
        return database.jdbi()
                .withHandle(db -> db.createQuery("select count(*) from audit_trail")
                        .mapTo(Integer.class)
                        .one());
    }
}
