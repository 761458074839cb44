package downbeat.classes.rig.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.classes.rig.domain.Judgement;
import downbeat.classes.rig.domain.RecordedVerdict;
import downbeat.classes.rig.figures.Figures;
import downbeat.cluster.wire.Json;
import downbeat.kernel.AccountId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Finds the recorded verdicts of a trainer's rig. */
public final class RigBook {
    private final Jdbi database;

    public RigBook(Jdbi database) {
        this.database = database;
    }

    /**
     * The newest first.
     *
     * @param below only those with a lower number
     */
    public List<RecordedVerdict> of(AccountId trainer, int limit, long below) {
        return database.withHandle(
                db -> db.createQuery("SELECT number, figures, judgement, recorded_at FROM rig_verdict"
                                + " WHERE trainer = :trainer AND number < :below ORDER BY number DESC LIMIT :limit")
                        .bind("trainer", trainer.value())
                        .bind("below", below)
                        .bind("limit", limit)
                        .map((rows, context) -> row(rows))
                        .list());
    }

    private static RecordedVerdict row(ResultSet rows) throws SQLException {
        return new RecordedVerdict(
                rows.getLong("number"),
                read(rows.getString("figures"), Figures.class),
                read(rows.getString("judgement"), Judgement.class),
                Instant.ofEpochMilli(rows.getLong("recorded_at")));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
