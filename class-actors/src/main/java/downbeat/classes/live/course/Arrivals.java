package downbeat.classes.live.course;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.message.Row;
import java.util.List;
import java.util.stream.Stream;

/** Who has come and who has gone, by what the relays say. Pure. */
public final class Arrivals {
    private Arrivals() {}

    /** @param rows whose being here may have changed; those for whom it has not give no fact */
    public static List<LiveFact> of(Score score, List<Row> rows, ClassTime now) {
        return rows.stream().flatMap(row -> of(score, row, now)).toList();
    }

    private static Stream<LiveFact> of(Score score, Row row, ClassTime now) {
        var visit = score.visits().get(row.member());
        var before = visit != null && visit.here();
        if (row.here() == before) {
            return Stream.empty();
        }
        return row.here()
                ? Stream.of(new LiveFact.Arrived(row.member(), row.name(), now))
                : Stream.of(new LiveFact.Left(row.member(), now));
    }
}
