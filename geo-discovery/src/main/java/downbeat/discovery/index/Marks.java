package downbeat.discovery.index;

import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.ListingKind;

/** The small things of an entry in the bits of an int: kind, attendance, trial, told, placed, currency from bit 8. */
final class Marks {
    static final int TRIAL = 1 << 4;
    static final int TOLD = 1 << 5;
    static final int PLACED = 1 << 6;
    private static final int CURRENCY = 8;

    private Marks() {}

    static int of(Entry entry, int currency) {
        return entry.kind().code()
                | entry.attendance().code() << 2
                | (entry.trial() ? TRIAL : 0)
                | (entry.told() ? TOLD : 0)
                | (entry.point().isPresent() ? PLACED : 0)
                | currency << CURRENCY;
    }

    /** The code of a {@link ListingKind}. */
    static int kind(int marks) {
        return marks & 3;
    }

    /** The code of an {@link Attendance}. */
    static int attendance(int marks) {
        return marks >> 2 & 3;
    }

    static int currency(int marks) {
        return marks >>> CURRENCY;
    }
}
