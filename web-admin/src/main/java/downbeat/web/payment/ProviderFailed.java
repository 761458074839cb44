package downbeat.web.payment;

/** The provider cannot be reached or does not do it. Its sentence holds no secret and names nobody. */
public final class ProviderFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public ProviderFailed(String why) {
        super(why);
    }

    /** One sentence for the log and the operator. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
