package downbeat.cluster.person;

/** An entity that is a person, as the journal knows it. */
public record Person(String aggregate, String entityId) {

    /** What its rows are stored under. */
    public String persistenceId() {
        return aggregate + "|" + entityId;
    }
}
