package downbeat.discovery.journey;

import java.util.OptionalLong;

/** What may be told of how many people did something that is not the asker's own business: nothing of a few. */
public final class Headcount {
    /** The least number of people that is told. */
    public static final int CROWD = 10;

    private Headcount() {}

    static boolean crowd(long people) {
        return people == 0 || people >= CROWD;
    }

    /** The number; empty for a few. */
    public static OptionalLong told(long people) {
        return crowd(people) ? OptionalLong.of(people) : OptionalLong.empty();
    }
}
