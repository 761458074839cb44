package downbeat.classes.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.classes.live.report.ClassReport;
import downbeat.cluster.wire.Json;
import downbeat.kernel.ClassId;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Finds the reports of classes that are over. */
public final class ReportShelf {
    private final Jdbi database;

    public ReportShelf(Jdbi database) {
        this.database = database;
    }

    public Optional<ClassReport> of(ClassId id) {
        return database.withHandle(db -> db.createQuery("SELECT report FROM class_report WHERE class_id = :id")
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .findOne())
                .map(ReportShelf::read);
    }

    static ClassReport read(String json) {
        try {
            return Json.mapper().readValue(json, ClassReport.class);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
