package downbeat.kernel;

/** Names one point of presence, the place near its members where relays run. */
public record PopId(String value) implements Id {

    public PopId {
        Ids.check("pop id", value);
    }
}
