package downbeat.web.rehearse.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;

/**
 * A cue on its way to being executed.
 *
 * @param at class time it is meant for, empty = withdrawn
 * @param replay sent again after a gap
 * @param ahead it came before its time
 */
record Execution(long offset, String cueId, String kind, int rev, OptionalDouble at, boolean replay, boolean ahead) {
    /** Within this many milliseconds a cue was on time; beyond {@link #EXPIRED_AFTER} it is state and no longer sound. */
    static final double ON_TIME = 30;

    static final double EXPIRED_AFTER = 2_000;

    static Execution of(JsonNode push, boolean replay) {
        JsonNode cue = push.path("cue");
        JsonNode at = cue.path("at");
        return new Execution(
                cue.path("offset").asLong(),
                cue.path("cueId").asText(),
                cue.path("kind").asText(),
                cue.path("rev").asInt(),
                at.isNumber() ? OptionalDouble.of(at.asDouble()) : OptionalDouble.empty(),
                replay,
                false);
    }

    Execution arrivedAhead() {
        return new Execution(offset, cueId, kind, rev, at, replay, true);
    }

    boolean planned() {
        return kind.equals("PLANNED");
    }

    /** How a cue executed {@code lateMillis} after its time counts. */
    String how(double lateMillis) {
        if (kind.equals("CONTROL")) {
            return replay ? "REPLAYED" : "ONTIME";
        }
        if (replay && !ahead) {
            return "REPLAYED";
        }
        if (lateMillis > EXPIRED_AFTER) {
            return "EXPIRED";
        }
        return Math.abs(lateMillis) <= ON_TIME ? "ONTIME" : "LATE";
    }
}
