package downbeat.cluster.node;

import downbeat.cluster.node.PersonalTable.Ending;
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
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All that the tables of a node say of somebody, row by row as it is stored: to be read, and to be forgotten. */
public final class PersonalData {
    private static final Set<Integer> NUMBERS_AND_FLAGS =
            Set.of(Types.BIGINT, Types.INTEGER, Types.DOUBLE, Types.BOOLEAN, Types.BIT);

    /** Begins what stands in place of whom a row was about. */
    private static final String NOBODY = "gone-";

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
            all.merge(table.table(), rows(table, whose(table, participant, account)), PersonalData::both);
        }
        return all;
    }

    /**
     * Nothing of them is left but numbers of nobody: what stays in one table cannot be brought together with what stays in
     * another. Harmless when done again. Blocks on the database.
     */
    public void forget(ParticipantId participant, AccountId account) {
        for (var table : tables) {
            forget(table, whose(table, participant, account));
        }
    }

    private void forget(PersonalTable table, String whose) {
        var where = " WHERE " + table.column() + " = :whose";
        switch (table.ending()) {
            case Ending.Goes goes ->
                database.useHandle(db -> db.createUpdate("DELETE FROM " + table.table() + where)
                        .bind("whose", whose)
                        .execute());
            case Ending.Stays(var emptied) ->
                database.useHandle(db -> db.createUpdate("UPDATE " + table.table() + " SET " + table.column()
                                + " = :nobody"
                                + emptied.stream()
                                        .map(it -> ", " + it + " = '-'")
                                        .collect(Collectors.joining())
                                + where)
                        .bind("nobody", NOBODY + UUID.randomUUID())
                        .bind("whose", whose)
                        .execute());
        }
    }

    private static String whose(PersonalTable table, ParticipantId participant, AccountId account) {
        return switch (table.subject()) {
            case PARTICIPANT -> participant.value();
            case ACCOUNT -> account.value();
        };
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
