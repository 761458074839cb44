package downbeat.classes.domain;

import downbeat.kernel.ParticipantId;
import java.time.Duration;

/**
 * What came of a class for one person, as the live plane saw it.
 *
 * @param joined whether any device of theirs was ever connected
 * @param present how long, overlapping devices counted once
 * @param share of the class, 0 to 1
 * @param reps counted in confirmations, 0 or more
 */
public record MemberOutcome(ParticipantId member, boolean joined, Duration present, double share, int reps) {

    public MemberOutcome {
        if (present.isNegative() || !(share >= 0 && share <= 1) || reps < 0) {
            throw new IllegalArgumentException("an outcome has present and reps of 0 or more and a share of 0 to 1");
        }
    }

    static MemberOutcome absent(ParticipantId member) {
        return new MemberOutcome(member, false, Duration.ZERO, 0, 0);
    }
}
