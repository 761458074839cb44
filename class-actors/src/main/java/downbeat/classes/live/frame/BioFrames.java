package downbeat.classes.live.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.classes.live.adapt.Advice;
import downbeat.classes.live.bio.Line;
import downbeat.classes.live.bio.Sheet;
import downbeat.classes.live.message.Wish;
import downbeat.kernel.ParticipantId;
import java.util.List;

/** The JSON of biofeedback and adaptation, as {@code docs/wire.md} lays it down. */
public final class BioFrames {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BioFrames() {}

    /** For those who lead: everybody who shares. */
    public static ObjectNode whole(Sheet sheet) {
        return sheet(sheet, sheet.board());
    }

    /** For those who take part: the leaderboard. */
    public static ObjectNode top(Sheet sheet) {
        return sheet(sheet, sheet.top());
    }

    /** For a device on a low rung: its own member's line alone, if the member shares. */
    public static ObjectNode own(Sheet sheet, ParticipantId member) {
        return sheet(
                sheet,
                sheet.board().stream()
                        .filter(line -> line.member().equals(member))
                        .toList());
    }

    private static ObjectNode sheet(Sheet sheet, List<Line> board) {
        var means = sheet.means();
        var node = JSON.objectNode()
                .put("t", sheet.at().millis())
                .put("burst", sheet.burst())
                .put("metric", sheet.metric().name())
                .put("count", sheet.count());
        node.putObject("mean")
                .put("hr", means.heartRate())
                .put("cadence", means.cadence())
                .put("power", means.power());
        var zones = node.putArray("zones");
        sheet.zones().forEach(zones::add);
        var lines = node.putArray("board");
        board.forEach(line -> lines.add(line(line)));
        return node;
    }

    private static ObjectNode line(Line line) {
        var reading = line.reading();
        return JSON.objectNode()
                .put("member", line.member().value())
                .put("name", line.name())
                .put("hr", reading.heartRate())
                .put("zone", line.zone())
                .put("cadence", reading.cadence())
                .put("power", reading.power())
                .put("reps", reading.reps())
                .put("confirmed", line.confirmed());
    }

    public static ObjectNode advice(Advice advice) {
        return JSON.objectNode()
                .put("on", advice.on())
                .put("cadencePct", advice.cadencePct())
                .put("leadMs", advice.leadMillis())
                .put("why", advice.why());
    }

    /** What a member chose: {@code share} and {@code adapt}. */
    public static ObjectNode wish(Wish wish) {
        var node = JSON.objectNode();
        node.putObject("share")
                .put("hr", wish.shares().heartRate())
                .put("cadence", wish.shares().cadence())
                .put("power", wish.shares().power())
                .put("reps", wish.shares().reps());
        return node.put("adapt", wish.adapted());
    }
}
