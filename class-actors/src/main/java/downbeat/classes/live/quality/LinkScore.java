package downbeat.classes.live.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * How good a link is: as good as the worst there is to say of it.
 *
 * @param points 0 to 100; each rung is {@value #STEP} wide
 * @param cause what is worst
 * @param words the worst in words, such as "loss 6 %"
 */
record LinkScore(int points, Cause cause, String words) {
    static final int BEST = 100;
    static final int STEP = 20;
    /** A link must be this much better than a rung's floor to rise to it, so that one at the floor does not go up and down. */
    static final int MARGIN = 5;

    /** Empty when the report says nothing. */
    static Optional<LinkScore> of(LinkReport report) {
        return Symptom.ALL.stream()
                .filter(symptom -> symptom.known(report))
                .map(symptom -> symptom.score(report))
                .min(Comparator.comparingInt(LinkScore::points));
    }

    /** A device that fell silent may be away from its screen or from its network: sound is what it needs in either case. */
    static LinkScore silence() {
        return new LinkScore(Rung.TRAINER_LOW.floor(), Cause.SILENCE, "nothing heard");
    }

    Rung rung() {
        return Arrays.stream(Rung.values())
                .filter(rung -> points > rung.floor())
                .findFirst()
                .orElse(Rung.CUE_ONLY);
    }

    boolean goodFor(Rung rung) {
        return points > rung.floor() + MARGIN;
    }
}
