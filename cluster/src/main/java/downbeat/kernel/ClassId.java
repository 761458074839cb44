package downbeat.kernel;

/** Names one live class. */
public record ClassId(String value) implements Id {

    public ClassId {
        Ids.check("class id", value);
    }
}
