package downbeat.web.payment;

/** Something that claims to come from the provider and does not, or is too old. */
public final class Forged extends Exception {
    private static final long serialVersionUID = 1L;

    public Forged(String why) {
        super(why);
    }
}
