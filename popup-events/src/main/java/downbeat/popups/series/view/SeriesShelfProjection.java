package downbeat.popups.series.view;

import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.popups.series.domain.SeriesEvent;
import downbeat.popups.series.domain.SeriesEvent.DateMoved;
import downbeat.popups.series.domain.SeriesEvent.DatesDone;
import downbeat.popups.series.domain.SeriesEvent.RoundBegun;
import downbeat.popups.series.domain.SeriesEvent.SeriesBegun;
import org.jdbi.v3.core.Handle;

/** Keeps the table {@code series_shelf}. */
public final class SeriesShelfProjection implements View<SeriesEvent> {

    @Override
    public String name() {
        return "series-shelf";
    }

    @Override
    public void apply(Handle db, Recorded<SeriesEvent> fact) {
        switch (fact.event()) {
            case SeriesBegun e -> begun(db, fact.entityId(), e);
            case RoundBegun e -> {}
            case DatesDone e -> {}
            case DateMoved e -> {}
        }
    }

    private static void begun(Handle db, String id, SeriesBegun fact) {
        db.createUpdate("DELETE FROM series_shelf WHERE series = :id")
                .bind("id", id)
                .execute();
        db.createUpdate("INSERT INTO series_shelf (series, organizer, title, first_date, last_date, dates, begun_at)"
                        + " VALUES (:id, :organizer, :title, :first, :last, :dates, :at)")
                .bind("id", id)
                .bind("organizer", fact.organizer().value())
                .bind("title", fact.template().details().title())
                .bind("first", fact.dates().getFirst().date().toEpochDay())
                .bind("last", fact.dates().getLast().date().toEpochDay())
                .bind("dates", fact.dates().size())
                .bind("at", fact.at().toEpochMilli())
                .execute();
    }
}
