package downbeat.web.identity.token;

/** What a key signs. A token signed for one purpose is worth nothing for another. */
public enum Purpose {
    SESSION,
    JOIN,
    /** Sessions of devices at a door. */
    DOOR,
    /** Tickets on the way from one holder to another. */
    TRANSFER,
    /** Links to files of a bundle. */
    DOWNLOAD,
    /** Who was let in from the waiting room of a drop. */
    ADMISSION,
    /** Derives account ids from e-mail addresses; never rotated. */
    IDENTITY;

    boolean rotates() {
        return this != IDENTITY;
    }
}
