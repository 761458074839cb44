package downbeat.classes.live.bio;

/**
 * The five training zones of heart rate, by share of the maximal one: below 60 %, 60, 70, 80, and 90 % and above.
 *
 * <p>The borders are those of S. Edwards, <i>The Heart Rate Monitor Book</i>, 1993 (her zone 1 begins at 50 %; here it takes
 * what is below too, so that everybody has a zone). For a member who does not say the maximal heart rate
 * {@link #MAX_HEART_RATE} stands, which is 220 − age (S. M. Fox, J. P. Naughton, W. L. Haskell, <i>Annals of Clinical Research</i> 3, 1971) at
 * thirty years, and 208 − 0.7 × age (H. Tanaka, K. D. Monahan, D. R. Seals, <i>J Am Coll Cardiol</i> 37, 2001) at twenty-six.
 * The same age gives people maxima that differ by 10 bpm and more either way: a zone is a hint, not a finding.
 */
public final class Zones {
    public static final int COUNT = 5;

    /** Beats per minute. */
    public static final int MAX_HEART_RATE = 190;

    private static final int FIRST_BORDER_PERCENT = 60;
    private static final int PERCENT_PER_ZONE = 10;

    private Zones() {}

    /**
     * @param heartRate beats per minute
     * @param max the member's maximal one
     * @return 1 to {@value #COUNT}
     */
    public static int of(int heartRate, int max) {
        var zone = 1;
        while (zone < COUNT && heartRate >= top(zone, max)) {
            zone++;
        }
        return zone;
    }

    /** The heart rate at which the zone ends and the next begins; of the highest one, the maximal heart rate. */
    public static double top(int zone, int max) {
        var percent = FIRST_BORDER_PERCENT + PERCENT_PER_ZONE * (zone - 1);
        return max * percent / 100.0;
    }
}
