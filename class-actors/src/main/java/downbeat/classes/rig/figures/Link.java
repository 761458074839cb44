package downbeat.classes.rig.figures;

/**
 * What the link to this installation carries.
 *
 * @param upMbps megabits a second that were taken
 * @param downMbps megabits a second that were delivered
 */
public record Link(double upMbps, double downMbps) {
    public static final Range MBPS = new Range(0, 100_000);

    public Link {
        MBPS.check("upMbps", upMbps);
        MBPS.check("downMbps", downMbps);
    }
}
