package downbeat.discovery.index;

/** What a {@link Block} has a column of. */
final class Column {
    static final int NUMBER = 0;
    static final int X = 1;
    static final int Y = 2;
    static final int Z = 3;
    /** Minutes since 1970. */
    static final int START = 4;
    /** Minutes since 1970. */
    static final int UNTIL = 5;

    static final int PRICE = 6;
    static final int LEFT = 7;
    static final int SIZE = 8;
    static final int STYLE = 9;
    static final int OWNER = 10;
    /** See {@link Marks}. */
    static final int MARKS = 11;

    static final int WORDS_1 = 12;
    static final int WORDS_2 = 13;
    static final int WORDS_3 = 14;
    static final int WORDS_4 = 15;
    static final int LANGUAGES = 16;
    /** How many there are. */
    static final int ALL = 17;

    private Column() {}
}
