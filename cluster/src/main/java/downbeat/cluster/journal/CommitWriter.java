package downbeat.cluster.journal;

import akka.persistence.jdbc.config.JournalConfig;
import akka.persistence.jdbc.journal.dao.DefaultJournalDao;
import akka.persistence.jdbc.journal.dao.JournalTables.JournalAkkaSerializationRow;
import akka.serialization.Serialization;
import akka.stream.Materializer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Set;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import slick.dbio.DBIOAction;
import slick.jdbc.JdbcBackend.DatabaseDef;
import slick.jdbc.JdbcProfile;
import slick.jdbc.PostgresProfile;
import slick.jdbc.SimpleJdbcAction;

/**
 * Writes the journal as the plugin does, but a commit and its tag with one statement where the database is PostgreSQL, which then is
 * the transaction too. The plugin takes one for the row, one for the tag and one to commit: everybody who waits for a commit waits
 * for three answers of the server instead of one.
 */
public final class CommitWriter extends DefaultJournalDao {

    private static final String ROW_WITH_TAG = """
            WITH written AS (
                INSERT INTO event_journal (persistence_id, sequence_number, deleted, writer, write_timestamp,
                    adapter_manifest, event_payload, event_ser_id, event_ser_manifest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING ordering)
            INSERT INTO event_tag (event_id, tag) SELECT ordering, ? FROM written
            """;

    private record Tagged(JournalAkkaSerializationRow row, String tag) {}

    private final boolean atOnce;

    /** As the plugin makes it, by its name in the configuration. */
    public CommitWriter(
            DatabaseDef db,
            JdbcProfile profile,
            JournalConfig config,
            Serialization serialization,
            ExecutionContext executor,
            Materializer materializer) {
        super(db, profile, config, serialization, executor, materializer);
        this.atOnce = profile instanceof PostgresProfile;
    }

    @Override
    public Future<BoxedUnit> writeJournalRows(Seq<Tuple2<JournalAkkaSerializationRow, Set<String>>> rows) {
        var all = CollectionConverters.asJava(rows);
        if (!atOnce || all.stream().anyMatch(row -> !fits(row._1(), row._2()))) {
            return super.writeJournalRows(rows);
        }
        var tagged =
                all.stream().map(row -> new Tagged(row._1(), row._2().head())).toList();
        return run(connection -> write(connection, tagged));
    }

    /** Through the queue of the pool's threads. An action's effect is of type Nothing there, which Java cannot say. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private Future<BoxedUnit> run(Consumer<Connection> work) {
        DBIOAction action = new SimpleJdbcAction<>(context -> {
            work.accept(context.connection());
            return BoxedUnit.UNIT;
        });
        return db().run(action);
    }

    /** What an entity writes: one tag, nothing beside the event. */
    private static boolean fits(JournalAkkaSerializationRow row, Set<String> tags) {
        return tags.size() == 1 && row.metaPayload().isEmpty();
    }

    private static void write(Connection connection, List<Tagged> rows) {
        try (var statement = connection.prepareStatement(ROW_WITH_TAG)) {
            if (rows.size() == 1) {
                bind(statement, rows.getFirst());
                statement.executeUpdate();
            } else {
                writeTogether(connection, statement, rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the journal cannot be written: " + e.getMessage(), e);
        }
    }

    /** All or none: what is not committed is rolled back by the pool, which sets the connection back too. */
    private static void writeTogether(Connection connection, PreparedStatement statement, List<Tagged> rows)
            throws SQLException {
        connection.setAutoCommit(false);
        for (var row : rows) {
            bind(statement, row);
            statement.addBatch();
        }
        statement.executeBatch();
        connection.commit();
    }

    private static void bind(PreparedStatement statement, Tagged tagged) throws SQLException {
        var row = tagged.row();
        statement.setString(1, row.persistenceId());
        statement.setLong(2, row.sequenceNumber());
        statement.setBoolean(3, row.deleted());
        statement.setString(4, row.writer());
        statement.setLong(5, row.writeTimestamp());
        statement.setString(6, row.adapterManifest());
        statement.setBytes(7, row.eventPayload());
        statement.setInt(8, row.eventSerId());
        statement.setString(9, row.eventSerManifest());
        statement.setString(10, tagged.tag());
    }
}
