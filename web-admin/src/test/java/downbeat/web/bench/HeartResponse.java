package downbeat.web.bench;

/**
 * How a heart follows a change of effort: a first-order lag, K. J. Hunt, S. E. Fankhauser, J. Saengsuwan, <i>Identification of
 * heart rate dynamics during moderate-to-vigorous treadmill exercise</i>, BioMedical Engineering OnLine 14:117, 2015, who found a
 * time constant of 57.6 s (standard deviation 23.6 s over 24 men). A linear model of first order was later found to describe cycle
 * ergometers too, though less well than one with a dead time (K. J. Hunt, H. Wang, F1000Research 13:894, 2024).
 *
 * <p>The gain follows from what a change of cadence means: at one gear the power changes by the same share, and the steady heart
 * rate above rest by the same share of itself, heart-rate reserve being in proportion to the work (D. P. Swain, B. C. Leutholtz,
 * Medicine &amp; Science in Sports &amp; Exercise 29, 1997).
 */
final class HeartResponse {
    static final double TIME_CONSTANT_SECONDS = 57.6;
    static final double TIME_CONSTANT_DEVIATION = 23.6;

    private final double restingRate;
    private final double timeConstant;
    private double change;

    /**
     * @param restingRate beats per minute
     * @param timeConstant seconds, above 0
     */
    HeartResponse(double restingRate, double timeConstant) {
        this.restingRate = restingRate;
        this.timeConstant = timeConstant;
    }

    /**
     * One second later.
     *
     * @param asPlanned heart rate at the planned cadence, beats per minute
     * @param cadencePercent change of the cadence, percent
     * @return the heart rate at that cadence
     */
    double second(double asPlanned, double cadencePercent) {
        var steady = (asPlanned - restingRate) * cadencePercent / 100;
        change += (steady - change) / timeConstant;
        return asPlanned + change;
    }
}
