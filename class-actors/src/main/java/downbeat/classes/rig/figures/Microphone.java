package downbeat.classes.rig.figures;

/**
 * What the microphone hears of somebody who speaks.
 *
 * @param levelDb how loud it is while there is speech, dB below full scale
 * @param peakDb the loudest sample, dB below full scale
 * @param clippedShare share of the samples at full scale, 0 to 1
 */
public record Microphone(double levelDb, double peakDb, double clippedShare) {
    /** 120 dB below full scale is less than the last bit of 16. */
    public static final Range DECIBELS = new Range(-120, 0);

    public static final Range SHARE = new Range(0, 1);

    public Microphone {
        DECIBELS.check("levelDb", levelDb);
        DECIBELS.check("peakDb", peakDb);
        SHARE.check("clippedShare", clippedShare);
    }
}
