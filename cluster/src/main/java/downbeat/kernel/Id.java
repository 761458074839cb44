package downbeat.kernel;

/**
 * The name of one thing. Every id is a record with the one component {@code value}, validated by {@link Ids#check}, so
 * that a class's id can never stand where a participant's is meant. On the wire an id is its plain string, by which ids of one kind
 * are ordered too.
 */
public interface Id extends Comparable<Id> {

    /** 1 to 64 characters of {@code A-Z a-z 0-9 _ -}. */
    String value();

    @Override
    default int compareTo(Id other) {
        return value().compareTo(other.value());
    }
}
