package downbeat.classes.rig.view;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.rig.domain.RecordedVerdict;
import downbeat.classes.rig.domain.RigEvent.VerdictRecorded;
import downbeat.classes.rig.domain.RigRules;
import downbeat.classes.rig.figures.AudioDelay.How;
import downbeat.classes.rig.figures.Figures;
import downbeat.classes.stage.Readings;
import downbeat.classes.stage.Tables;
import downbeat.cluster.entity.Recorded;
import downbeat.kernel.AccountId;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class RigBookTest {
    private static final AccountId ROBIN = new AccountId("robin");
    private static final AccountId SAM = new AccountId("sam");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");
    private static final Figures WIRELESS = Readings.with(Readings.bluetooth(How.TAPPED, 210.5));

    private final RigBookProjection projection = new RigBookProjection();

    @Test
    void the_book_follows_the_facts_on_h2() throws Exception {
        Tables.onH2("rig-book", this::follows);
    }

    @Test
    void the_book_follows_the_facts_on_postgresql() throws Exception {
        Tables.onPostgresql(this::follows);
    }

    private void follows(Jdbi database) {
        var book = new RigBook(database);
        hear(database, ROBIN, 1, Readings.none(), NOON);
        hear(database, ROBIN, 2, WIRELESS, NOON.plusSeconds(1));
        hear(database, SAM, 1, Readings.good(), NOON);
        hear(database, ROBIN, 3, Readings.good(), NOON.plusSeconds(1));

        assertThat(book.of(ROBIN, 10, Long.MAX_VALUE))
                .as("the newest first, each its own only")
                .containsExactly(
                        verdict(3, Readings.good(), NOON.plusSeconds(1)),
                        verdict(2, WIRELESS, NOON.plusSeconds(1)),
                        verdict(1, Readings.none(), NOON));
        assertThat(book.of(SAM, 10, Long.MAX_VALUE)).hasSize(1);
        assertThat(book.of(new AccountId("nobody"), 10, Long.MAX_VALUE)).isEmpty();

        assertThat(book.of(ROBIN, 1, Long.MAX_VALUE))
                .extracting(RecordedVerdict::number)
                .containsExactly(3L);
        assertThat(book.of(ROBIN, 10, 3)).extracting(RecordedVerdict::number).containsExactly(2L, 1L);
        assertThat(book.of(ROBIN, 10, 1)).isEmpty();
    }

    private static RecordedVerdict verdict(long number, Figures figures, Instant at) {
        return new RecordedVerdict(number, figures, RigRules.judge(figures), at);
    }

    /** Twice: what comes again is harmless. */
    private void hear(Jdbi database, AccountId trainer, long number, Figures figures, Instant at) {
        var event = new VerdictRecorded(number, trainer, figures, RigRules.judge(figures), at);
        var fact = new Recorded<downbeat.classes.rig.domain.RigEvent>(trainer.value(), number, at, event);
        database.useTransaction(db -> {
            projection.apply(db, fact);
            projection.apply(db, fact);
        });
    }
}
