package downbeat.discovery.index;

/** The texts of an index as numbers. */
record Dictionary(Terms styles, Terms owners, Terms currencies) {
    Dictionary() {
        this(new Terms(), new Terms(), new Terms());
    }
}
