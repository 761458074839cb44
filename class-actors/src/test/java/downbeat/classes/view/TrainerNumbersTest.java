package downbeat.classes.view;

import static downbeat.classes.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.Booking;
import downbeat.classes.domain.Fixtures;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.classes.domain.MemberOutcome;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.stage.Tables;
import downbeat.classes.view.ClassNumbers.Repeat;
import downbeat.cluster.entity.Recorded;
import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Who came again. */
class TrainerNumbersTest {
    private static final AccountId OTHER = new AccountId("a-other");

    @Test
    void who_came_again_within_fourteen_days_is_counted_on_h2() throws Exception {
        Tables.onH2("numbers", TrainerNumbersTest::counted);
    }

    @Test
    void who_came_again_within_fourteen_days_is_counted_on_postgresql() throws Exception {
        Tables.onPostgresql(TrainerNumbersTest::counted);
    }

    private static void counted(Jdbi database) {
        held(database, "first", TRAINER, START, joined(ANNA), joined(BEN), absent(CLEO));
        held(database, "edge", TRAINER, START.plus(Duration.ofDays(14)), joined(ANNA));
        held(database, "late", TRAINER, START.plus(Duration.ofDays(14)).plusMillis(1), joined(BEN));
        held(database, "elsewhere", OTHER, START.plus(Duration.ofDays(1)), joined(BEN));
        var now = START.plus(Duration.ofDays(20));

        var rows = new TrainerNumbers(database).of(TRAINER, now);
        assertThat(rows).extracting(row -> row.id().value()).containsExactlyInAnyOrder("first", "edge", "late");
        assertThat(repeat(rows, "first")).isEqualTo(new Repeat(2, 1, true));
        assertThat(repeat(rows, "first").share()).isEqualTo(0.5);
        assertThat(repeat(rows, "edge")).isEqualTo(new Repeat(1, 0, false));
        assertThat(new TrainerNumbers(database).of(new AccountId("a-nobody"), now))
                .isEmpty();
    }

    private static Repeat repeat(List<ClassNumbers> rows, String id) {
        return rows.stream()
                .filter(row -> row.id().value().equals(id))
                .map(ClassNumbers::repeat)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobody_who_joined_is_no_share() {
        assertThat(new Repeat(0, 0, true).share()).isNull();
    }

    private static Attendance joined(ParticipantId who) {
        return new Attendance(
                new Booking(who, PlaceKind.ONLINE, false),
                new MemberOutcome(who, true, Duration.ofMinutes(50), 0.8, 0));
    }

    private static Attendance absent(ParticipantId who) {
        return new Attendance(
                new Booking(who, PlaceKind.ONLINE, false), new MemberOutcome(who, false, Duration.ZERO, 0, 0));
    }

    private static void held(Jdbi database, String id, AccountId trainer, Instant end, Attendance... came) {
        var details = details(10, 0);
        var window = new TimeWindow(START, START.plus(Duration.ofHours(1)));
        var facts = List.of(
                new LiveClassEvent.ClassDrafted(trainer, details, window, BEFORE),
                new LiveClassEvent.ClassScheduled(BEFORE),
                new LiveClassEvent.ClassFinished(Arrays.asList(came), Fixtures.report(), end));
        database.useTransaction(db -> {
            for (var i = 0; i < facts.size(); i++) {
                var fact = new Recorded<LiveClassEvent>(id, i + 1L, BEFORE, facts.get(i));
                new ClassBoardProjection().apply(db, fact);
                new OutcomeProjection().apply(db, fact);
            }
        });
    }
}
