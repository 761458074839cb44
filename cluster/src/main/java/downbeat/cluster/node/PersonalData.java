package downbeat.cluster.node;

import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All that the tables of a node say of somebody, row by row as it is stored. */
public final class PersonalData {
    private static final Set<Integer> NUMBERS_AND_FLAGS =
            Set.of(Types.BIGINT, Types.INTEGER, Types.DOUBLE, Types.BOOLEAN, Types.BIT);

    private final Jdbi database;
    private final List<PersonalTable> tables;

    PersonalData(Jdbi database, Collection<PersonalTable> tables) {
        this.database = database;
        this.tables = List.copyOf(tables);
    }

    public List<PersonalTable> tables() {
        return tables;
    }

    /** By the names of the tables; one that has nothing of them is there and empty. Blocks on the database. */
    public Map<String, List<Map<String, @Nullable Object>>> of(ParticipantId participant, AccountId account) {
        var all = new TreeMap<String, List<Map<String, @Nullable Object>>>();
        for (var table : tables) {
            var whose = switch (table.subject()) {
                case PARTICIPANT -> participant.value();
                case ACCOUNT -> account.value();
            };
            all.merge(table.table(), rows(table, whose), PersonalData::both);
        }
        return all;
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private List<Map<String, @Nullable Object>> rows(PersonalTable table, String whose) {
        return database.withHandle(
                db -> db.createQuery("SELECT * FROM " + table.table() + " WHERE " + table.column() + " = :whose")
                        .bind("whose", whose)
                        .map((rows, context) -> row(rows))
                        .list());
    }

    private static Map<String, @Nullable Object> row(ResultSet rows) throws SQLException {
        var columns = rows.getMetaData();
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var value = NUMBERS_AND_FLAGS.contains(columns.getColumnType(i)) ? rows.getObject(i) : rows.getString(i);
            row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), value);
        }
        return row;
    }
}
