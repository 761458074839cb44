package downbeat.web.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private static final Instant AT = Instant.parse("2026-06-18T18:00:00Z");

    private Database database;
    private ExecutorService threads;
    private AuditTrail trail;

    @BeforeEach
    void open() {
        database = Database.open("jdbc:h2:mem:trail", "sa", "", 2, Duration.ofSeconds(20));
        database.migrate("identity", "classpath:db/identity");
        threads = Executors.newFixedThreadPool(2);
        trail = new AuditTrail(database.jdbi(), threads);
    }

    @AfterEach
    void close() {
        threads.close();
        database.close();
    }

    private static AuditEntry entry(String object) {
        return new AuditEntry(AT, "a-1", "claimBundle", object, 201, "127.0.0.1", Optional.empty());
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
        trail.write(new AuditEntry(AT, "a".repeat(65), "claimBundle", "/second", 201, "127.0.0.1", Optional.empty()));
        trail.write(entry("/third"));

        assertThat(trail.newest(10, Long.MAX_VALUE))
                .extracting(line -> line.entry().object())
                .containsExactly("/third", "/first");
    }

    private int rows() {
        return database.jdbi()
                .withHandle(db -> db.createQuery("select count(*) from audit_trail")
                        .mapTo(Integer.class)
                        .one());
    }
}
