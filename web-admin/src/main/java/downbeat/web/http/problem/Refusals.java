package downbeat.web.http.problem;

import downbeat.cluster.entity.Outdated;
import downbeat.kernel.Outcome;
import downbeat.kernel.Refusal;
import java.util.Map;

/** Turns what the rules refuse into problem documents. */
public final class Refusals {
    private Refusals() {}

    /** The reply, or the refusal as a problem. */
    public static <R> R accepted(Outcome<R> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<R> accepted -> accepted.reply();
            case Outcome.Refused<R> refused -> throw problem(refused.refusal()).asException();
        };
    }

    public static Problem problem(Refusal refusal) {
        if (refusal instanceof Outdated) {
            return ProblemType.VERSION_MISMATCH.saying(refusal.detail()).at("If-Match");
        }
        return new Problem(
                status(refusal.kind()),
                refusal.code(),
                title(refusal.code()),
                refusal.detail(),
                refusal.field().orElse(null),
                Map.of());
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case CONFLICT -> 409;
            case GONE -> 410;
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case INVALID -> 422;
        };
    }

    private static String title(String code) {
        var words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
