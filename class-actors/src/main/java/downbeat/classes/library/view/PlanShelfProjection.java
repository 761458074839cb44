package downbeat.classes.library.view;

import downbeat.classes.library.domain.PlanEvent;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import org.jdbi.v3.core.Handle;

/** Keeps the table {@code plan_shelf}. */
public final class PlanShelfProjection implements View<PlanEvent> {

    @Override
    public String name() {
        return "plan-shelf";
    }

    @Override
    public void apply(Handle db, Recorded<PlanEvent> fact) {
        db.createUpdate("DELETE FROM plan_shelf WHERE plan_id = :id")
                .bind("id", fact.entityId())
                .execute();
        switch (fact.event()) {
            case PlanEvent.PlanKept kept -> keep(db, fact.entityId(), kept);
            case PlanEvent.PlanDiscarded discarded -> {}
        }
    }

    private static void keep(Handle db, String id, PlanEvent.PlanKept kept) {
        db.createUpdate("INSERT INTO plan_shelf (plan_id, owner, file_name, title, length_ms, segments, kept_at)"
                        + " VALUES (:id, :owner, :file, :title, :length, :segments, :at)")
                .bind("id", id)
                .bind("owner", kept.owner().value())
                .bind("file", kept.fileName())
                .bind("title", kept.plan().title())
                .bind("length", kept.plan().length().toMillis())
                .bind("segments", kept.plan().segments().size())
                .bind("at", kept.at().toEpochMilli())
                .execute();
    }
}
