package downbeat.kernel;

/** Names one person taking part, over all classes. */
public record ParticipantId(String value) implements Id {

    public ParticipantId {
        Ids.check("participant id", value);
    }
}
