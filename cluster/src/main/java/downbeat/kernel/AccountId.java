package downbeat.kernel;

/** Names one account that can sign in. */
public record AccountId(String value) implements Id {

    public AccountId {
        Ids.check("account id", value);
    }
}
