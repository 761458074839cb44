package downbeat.classes.live.course;

import downbeat.classes.live.clock.ClassTime;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.List;

/** Members who were there when the live check's tone sounded, and did not say that they heard it. Pure. */
public final class Unheard {
    private static final Duration TONE = Duration.ofSeconds(4);
    private static final Duration ANSWERED_BY = Duration.ofSeconds(15);

    private Unheard() {}

    /** Nobody while the answer may still come, and after the check. */
    public static List<ParticipantId> of(Score score, ClassTime now) {
        var check = score.state().extras().check();
        if (check == null || now.isBefore(check.from().plus(ANSWERED_BY))) {
            return List.of();
        }
        var tone = check.from().plus(TONE);
        return score.visits().entrySet().stream()
                .filter(visit -> visit.getValue().hereAt(tone))
                .map(visit -> visit.getKey())
                .filter(member ->
                        score.checks().getOrDefault(member, CheckResult.SILENT).heard() == null)
                .toList();
    }
}
