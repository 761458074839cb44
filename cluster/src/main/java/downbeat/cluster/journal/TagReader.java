package downbeat.cluster.journal;

import akka.NotUsed;
import akka.persistence.PersistentRepr;
import akka.persistence.jdbc.AkkaSerialization;
import akka.persistence.jdbc.config.ReadJournalConfig;
import akka.persistence.jdbc.journal.dao.JournalTables.JournalAkkaSerializationRow;
import akka.persistence.jdbc.query.dao.DefaultReadJournalDao;
import akka.serialization.Serialization;
import akka.stream.Materializer;
import akka.stream.scaladsl.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import scala.Option;
import scala.Tuple3;
import scala.concurrent.ExecutionContext;
import scala.util.Try;
import slick.jdbc.JdbcBackend.DatabaseDef;
import slick.jdbc.JdbcProfile;

/**
 * Reads the journal as the plugin does, but rows of a tag by the index of its tags. The plugin bounds the rows of the journal
 * alone, and H2 does not see that this bounds those of the tag too: each look would walk over all there has ever been of it.
 */
public final class TagReader extends DefaultReadJournalDao {

    static final String ROWS = """
            SELECT j."ordering", j."persistence_id", j."sequence_number", j."writer", j."write_timestamp",
                   j."adapter_manifest", j."event_payload", j."event_ser_id", j."event_ser_manifest"
            FROM "event_tag" t JOIN "event_journal" j ON j."ordering" = t."event_id"
            WHERE t."tag" = ? AND t."event_id" > ? AND t."event_id" <= ? AND NOT j."deleted"
            ORDER BY t."event_id" LIMIT ?
            """;

    private final Serialization serialization;

    /** As the plugin makes it, by its name in the configuration. */
    public TagReader(
            DatabaseDef db,
            JdbcProfile profile,
            ReadJournalConfig config,
            Serialization serialization,
            ExecutionContext executor,
            Materializer materializer) {
        super(db, profile, config, serialization, executor, materializer);
        this.serialization = serialization;
    }

    @Override
    public Source<Try<Tuple3<PersistentRepr, scala.collection.immutable.Set<String>, Object>>, NotUsed> eventsByTag(
            String tag, long after, long upTo, long most) {
        return akka.stream.javadsl.Source.completionStage(CompletableFuture.supplyAsync(
                        () -> rows(tag, after, upTo, most), db().ioExecutionContext()::execute))
                .mapConcat(rows -> rows)
                .map(this::event)
                .asScala();
    }

    private List<JournalAkkaSerializationRow> rows(String tag, long after, long upTo, long most) {
        try (var connection = db().source().createConnection();
                var query = connection.prepareStatement(ROWS)) {
            query.setString(1, tag);
            query.setLong(2, after);
            query.setLong(3, upTo);
            query.setInt(4, (int) Math.min(most, Integer.MAX_VALUE));
            var rows = new ArrayList<JournalAkkaSerializationRow>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the rows of " + tag + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static JournalAkkaSerializationRow row(ResultSet row) throws SQLException {
        return new JournalAkkaSerializationRow(
                row.getLong(1),
                false,
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getBytes(7),
                row.getInt(8),
                row.getString(9),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }

    private Try<Tuple3<PersistentRepr, scala.collection.immutable.Set<String>, Object>> event(
            JournalAkkaSerializationRow row) {
        return AkkaSerialization.fromRow(serialization, row)
                .map(read ->
                        new Tuple3<>(read._1(), scala.collection.immutable.Set$.MODULE$.<String>empty(), read._2()));
    }
}
