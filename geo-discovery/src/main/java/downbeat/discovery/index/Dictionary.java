package downbeat.discovery.index;

/**
 * The texts of an index as numbers.
 *
 * @param languages all those of an entry as one text
 */
record Dictionary(Terms styles, Terms owners, Terms currencies, Terms languages) {
    Dictionary() {
        this(new Terms(), new Terms(), new Terms(), new Terms());
    }
}
