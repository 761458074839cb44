package downbeat.cluster.node;

import java.util.regex.Pattern;

/**
 * A table that says something of people, so that they can be told all of it.
 *
 * @param column names whom a row is about
 */
public record PersonalTable(String table, String column, Subject subject) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]*");

    /** By what somebody is named. */
    public enum Subject {
        PARTICIPANT,
        ACCOUNT
    }

    public PersonalTable {
        if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
            throw new IllegalArgumentException(
                    "table and column must be in lower case, but are " + table + "." + column);
        }
    }

    public static PersonalTable ofParticipant(String table, String column) {
        return new PersonalTable(table, column, Subject.PARTICIPANT);
    }

    public static PersonalTable ofAccount(String table, String column) {
        return new PersonalTable(table, column, Subject.ACCOUNT);
    }
}
