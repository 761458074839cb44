package downbeat.web.outbox;

/** A letter could not be handed over. Its sentence names no address. */
public final class Undeliverable extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    /** @param forGood another try would be answered the same */
    public Undeliverable(String why, boolean forGood) {
        super(why);
        this.forGood = forGood;
    }

    public boolean forGood() {
        return forGood;
    }

    /** One sentence for the organizer and the log. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
