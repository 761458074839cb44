package downbeat.discovery.journey;

/** How many of so many. */
public record Share(long people, long of) {

    public Share {
        if (people < 0 || people > of) {
            throw new IllegalArgumentException("a share has from 0 to all people, but " + people + " of " + of);
        }
    }

    /** 0 of nobody. */
    public double value() {
        return of == 0 ? 0 : (double) people / of;
    }

    /** Wilson's score interval (1927), which holds for small numbers and shares near 0 too. */
    public Interval interval() {
        if (of == 0) {
            return new Interval(0, 1);
        }
        double z2 = Interval.Z * Interval.Z;
        double centre = (value() + z2 / (2 * of)) / (1 + z2 / of);
        double half = Interval.Z / (1 + z2 / of) * Math.sqrt(value() * (1 - value()) / of + z2 / (4.0 * of * of));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /** Whether nobody can be told from it: none at all, or a crowd. */
    public boolean crowd() {
        return Headcount.crowd(people) && Headcount.crowd(of);
    }
}
