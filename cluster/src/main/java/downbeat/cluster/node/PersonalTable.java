package downbeat.cluster.node;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A table that says something of people, so that they can be told all of it and have it deleted.
 *
 * @param column names whom a row is about
 * @param ending what becomes of a row when whom it is about has everything deleted
 */
public record PersonalTable(String table, String column, Subject subject, Ending ending) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]*");

    /** By what somebody is named. */
    public enum Subject {
        PARTICIPANT,
        ACCOUNT
    }

    /** What becomes of a row. */
    public sealed interface Ending {
        record Goes() implements Ending {}

        /** Others count it, so it stays and is about nobody any more. */
        record Stays(List<String> emptied) implements Ending {
            public Stays {
                emptied = List.copyOf(emptied);
            }
        }
    }

    public PersonalTable {
        if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
            throw new IllegalArgumentException(
                    "table and column must be in lower case, but are " + table + "." + column);
        }
    }

    public static PersonalTable ofParticipant(String table, String column) {
        return new PersonalTable(table, column, Subject.PARTICIPANT, new Ending.Goes());
    }

    public static PersonalTable ofAccount(String table, String column) {
        return new PersonalTable(table, column, Subject.ACCOUNT, new Ending.Goes());
    }

    /** The same, whose rows stay for those who count them; {@code emptied} are other columns that say something of people. */
    public PersonalTable staying(String... emptied) {
        return new PersonalTable(table, column, subject, new Ending.Stays(List.of(emptied)));
    }
}
