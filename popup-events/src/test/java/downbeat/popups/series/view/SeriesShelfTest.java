package downbeat.popups.series.view;

import static downbeat.popups.domain.Fixtures.BEFORE;
import static downbeat.popups.domain.Fixtures.ORGANIZER;
import static downbeat.popups.series.domain.SeriesFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.entity.Recorded;
import downbeat.kernel.AccountId;
import downbeat.popups.series.domain.SeriesEvent;
import downbeat.popups.series.domain.SeriesEvent.DateMoved;
import downbeat.popups.series.domain.SeriesEvent.DatesDone;
import downbeat.popups.stage.Tables;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class SeriesShelfTest {

    private static void apply(Jdbi database, long number, SeriesEvent event) {
        database.useHandle(
                db -> new SeriesShelfProjection().apply(db, new Recorded<>(RIDES.value(), number, BEFORE, event)));
    }

    private static void a_begun_series_is_found_by_its_organizer(Jdbi database) {
        var events = spec().when(begin(plan("FREQ=WEEKLY;COUNT=3"))).events();
        for (int i = 0; i < 2; i++) {
            events.forEach(event -> apply(database, 1, event));
        }
        apply(database, 2, new DatesDone(1, fine(List.of(day("2026-12-08"))), BEFORE));
        apply(database, 3, new DateMoved(day("2026-12-08"), RIDE.timing().start(), BEFORE));
        var shelf = new SeriesShelf(database);
        assertThat(shelf.byOrganizer(ORGANIZER))
                .containsExactly(new SeriesRow(RIDES, RIDE.title(), DAY_ONE, day("2026-12-15"), 3, BEFORE));
        assertThat(shelf.byOrganizer(new AccountId("a-other"))).isEmpty();
    }

    @Test
    void a_series_is_found_on_h2() throws Exception {
        Tables.onH2("series", SeriesShelfTest::a_begun_series_is_found_by_its_organizer);
    }

    @Test
    void a_series_is_found_on_postgresql() throws Exception {
        Tables.onPostgresql(SeriesShelfTest::a_begun_series_is_found_by_its_organizer);
    }
}
