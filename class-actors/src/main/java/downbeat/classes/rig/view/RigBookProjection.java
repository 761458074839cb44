package downbeat.classes.rig.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.classes.rig.domain.RigEvent;
import downbeat.classes.rig.domain.RigEvent.VerdictRecorded;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.cluster.wire.Json;
import java.io.UncheckedIOException;
import org.jdbi.v3.core.Handle;

/** Keeps the table {@code rig_verdict}. */
public final class RigBookProjection implements View<RigEvent> {

    @Override
    public String name() {
        return "rig-book";
    }

    @Override
    public void apply(Handle db, Recorded<RigEvent> fact) {
        switch (fact.event()) {
            case VerdictRecorded recorded -> {
                db.createUpdate("DELETE FROM rig_verdict WHERE trainer = :trainer AND number = :number")
                        .bind("trainer", fact.entityId())
                        .bind("number", recorded.number())
                        .execute();
                record(db, fact.entityId(), recorded);
            }
        }
    }

    private static void record(Handle db, String trainer, VerdictRecorded fact) {
        db.createUpdate("INSERT INTO rig_verdict (trainer, number, figures, judgement, recorded_at)"
                        + " VALUES (:trainer, :number, :figures, :judgement, :at)")
                .bind("trainer", trainer)
                .bind("number", fact.number())
                .bind("figures", json(fact.figures()))
                .bind("judgement", json(fact.judgement()))
                .bind("at", fact.at().toEpochMilli())
                .execute();
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException cannotBeWritten) {
            throw new UncheckedIOException(cannotBeWritten);
        }
    }
}
