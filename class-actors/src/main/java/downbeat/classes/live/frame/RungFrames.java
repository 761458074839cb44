package downbeat.classes.live.frame;

import downbeat.classes.live.quality.RungLadder;
import downbeat.cluster.wire.Json;
import java.time.Duration;

/** The JSON of the channel {@code rung}. */
public final class RungFrames {
    private RungFrames() {}

    /** @param horizon how far ahead the device should hold the plan and its assets */
    public static String push(RungLadder ladder, Duration horizon) {
        var pinned = ladder.pinned();
        var body = Json.mapper()
                .createObjectNode()
                .put("rung", ladder.rung().name())
                .put("why", ladder.why())
                .put("pinned", pinned == null ? null : pinned.name())
                .put("score", ladder.score())
                .put("horizonMs", horizon.toMillis());
        return Frames.push("rung", "rung", body);
    }
}
