package downbeat.classes.live.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.classes.live.course.CheckResult;
import downbeat.classes.live.log.LiveCheck;
import downbeat.classes.live.message.Row;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of the live check's results, as {@code docs/wire.md} lays it down. */
public final class CheckFrames {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CheckFrames() {}

    /**
     * Who heard, who saw, who answered in the live check.
     *
     * @param rows of everybody who is or was here, in the order of arrival
     */
    public static ObjectNode rows(@Nullable LiveCheck check, List<Row> rows, Map<ParticipantId, CheckResult> results) {
        var node = JSON.objectNode().put("cueId", check == null ? null : check.cueId());
        var array = node.putArray("rows");
        for (var row : rows) {
            var result = results.get(row.member());
            var member = array.addObject().put("member", row.member().value()).put("name", row.name());
            after(member, "heard", result == null ? null : result.heard());
            after(member, "saw", result == null ? null : result.saw());
            member.put("sawRight", result != null && result.sawRight());
            after(member, "ready", result == null ? null : result.ready());
        }
        return node;
    }

    private static void after(ObjectNode node, String name, @Nullable Duration answer) {
        node.put(name, answer == null ? null : (Long) answer.toMillis());
    }
}
