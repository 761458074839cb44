package downbeat.web.identity.token;

/** What a key signs. A token signed for one purpose is worth nothing for another. */
public enum Purpose {
    SESSION,
    JOIN,
    /** Derives account ids from e-mail addresses; never rotated. */
    IDENTITY;

    boolean rotates() {
        return this != IDENTITY;
    }
}
