package downbeat.classes.live.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.classes.live.lobby.Place;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.OpenAsk;
import downbeat.classes.live.message.AskTally;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.NextClass;
import downbeat.classes.live.message.RaisedHand;
import downbeat.classes.live.message.Row;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PlannedCue;
import downbeat.classes.plan.Segment;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of the wire protocol's pushes and replies, as {@code docs/wire.md} lays it down. */
public final class Frames {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Frames() {}

    /** A push on a channel. */
    public static String push(String channel, String kind, JsonNode body) {
        var push = JSON.objectNode();
        push.putObject("push").put("ch", channel).set(kind, body);
        return push.toString();
    }

    /** A push whose body is rendered already. */
    public static String push(String channel, String kind, String body) {
        return "{\"push\":{\"ch\":\"" + channel + "\",\"" + kind + "\":" + body + "}}";
    }

    public static String cue(Cue cue, CuePlan plan, boolean replay) {
        var node = JSON.objectNode()
                .put("epoch", cue.epoch())
                .put("gen", cue.gen())
                .put("offset", cue.offset())
                .put("cueId", cue.cueId())
                .put("kind", cue.kind().name())
                .put("verb", cue.verb().name());
        var at = cue.at();
        if (at == null) {
            node.putNull("at");
        } else {
            node.put("at", at.millis());
        }
        node.put("issuedAt", cue.issuedAt().millis())
                .put("rev", cue.rev())
                .put("text", cue.text())
                .put("showMs", cue.show().toMillis())
                .put("tone", cue.tone().name());
        data(node, cue, plan);
        var push = JSON.objectNode();
        var body = push.putObject("push").put("ch", "cue");
        body.set("cue", node);
        if (replay) {
            body.put("replay", true);
        }
        return push.toString();
    }

    private static void data(ObjectNode node, Cue cue, CuePlan plan) {
        var number = cue.number();
        var state = cue.state();
        switch (cue.verb()) {
            case SEGMENT -> node.putObject("data").put("index", number);
            case COUNT -> node.putObject("data").put("left", number);
            default -> {
                if (state != null) {
                    node.putObject("data").set("state", state(state, plan));
                }
            }
        }
    }

    public static ObjectNode state(ClassState state, CuePlan plan) {
        var node = JSON.objectNode().put("phase", state.phase().name()).put("rev", state.rev());
        var anchor = state.anchor();
        node.putObject("anchor")
                .put("at", anchor.at().millis())
                .put("plan", anchor.plan().toNanos() / 1e6)
                .put("running", anchor.running());
        var segment = plan.segments().stream()
                .filter(s -> state.startedAt() != null && s.contains(anchor.plan()))
                .findFirst();
        segment.ifPresentOrElse(s -> node.put("segment", s.index()), () -> node.putNull("segment"));
        var ask = state.ask();
        if (ask == null) {
            node.putNull("ask");
        } else {
            node.set("ask", ask(ask));
        }
        var started = state.startedAt();
        node.put("startedAt", started == null ? null : started.millis());
        var resumed = state.resumedAt();
        node.put("resumedAt", resumed == null ? null : resumed.millis());
        extras(node, state);
        return node;
    }

    private static void extras(ObjectNode node, ClassState state) {
        var extras = state.extras();
        var burst = extras.burst();
        if (burst == null) {
            node.putNull("burst");
        } else {
            node.putObject("burst")
                    .put("cueId", burst.cueId())
                    .put("from", burst.from().millis())
                    .put("to", burst.to().millis())
                    .put("metric", burst.metric().name());
        }
        var check = extras.check();
        if (check == null) {
            node.putNull("check");
        } else {
            node.putObject("check")
                    .put("cueId", check.cueId())
                    .put("from", check.from().millis())
                    .put("to", check.to().millis())
                    .put("shape", check.shape().name())
                    .put("startAfter", check.startAfter());
        }
        var bounds = extras.bounds();
        node.putObject("adapt")
                .put("on", bounds.on())
                .put("cadencePct", bounds.cadencePct())
                .put("leadMs", bounds.lead().toMillis());
        node.put("plannedBursts", extras.plannedBursts());
    }

    private static ObjectNode ask(OpenAsk ask) {
        return JSON.objectNode()
                .put("cueId", ask.cueId())
                .put("question", ask.question())
                .put("answer", ask.answer().name());
    }

    public static ObjectNode plan(CuePlan plan) {
        var node = JSON.objectNode()
                .put("rev", 1)
                .put("title", plan.title())
                .put("lengthMs", plan.length().toMillis());
        var segments = node.putArray("segments");
        plan.segments().forEach(segment -> segments.add(segment(segment)));
        var cues = node.putArray("cues");
        plan.cues().forEach(cue -> cues.add(planned(cue)));
        return node;
    }

    private static ObjectNode segment(Segment segment) {
        var node = JSON.objectNode()
                .put("index", segment.index())
                .put("kind", segment.kind().name())
                .put("fromMs", segment.from().toMillis())
                .put("toMs", segment.to().toMillis());
        segment.power()
                .ifPresentOrElse(
                        power -> node.put("powerFrom", power.fromPercent()).put("powerTo", power.toPercent()),
                        () -> node.putNull("powerFrom").putNull("powerTo"));
        segment.cadence().ifPresentOrElse(rpm -> node.put("cadence", rpm), () -> node.putNull("cadence"));
        return node.put("label", segment.label());
    }

    private static ObjectNode planned(PlannedCue cue) {
        return JSON.objectNode()
                .put("cueId", cue.cueId())
                .put("planAt", cue.at().toMillis())
                .put("verb", cue.verb().name())
                .put("text", cue.text())
                .put("showMs", cue.show().toMillis());
    }

    public static ObjectNode hands(long rev, List<RaisedHand> hands) {
        var node = JSON.objectNode().put("rev", rev);
        var array = node.putArray("hands");
        hands.forEach(hand -> array.addObject()
                .put("member", hand.member().value())
                .put("name", hand.name())
                .put("at", hand.at().millis()));
        return node;
    }

    /** @param count members here now */
    public static ObjectNode roster(long rev, long count, int unnamed, Collection<Row> rows, boolean full) {
        var node = JSON.objectNode()
                .put("rev", rev)
                .put("count", count)
                .put("unnamed", unnamed)
                .put("full", full);
        ArrayNode members = node.putArray("members");
        rows.forEach(row -> members.addObject()
                .put("member", row.member().value())
                .put("name", row.name())
                .put("devices", row.devices())
                .put("here", row.here())
                .put("room", row.room()));
        return node;
    }

    /** Where a device that waits to be let in stands; the whole push. */
    public static String queue(Place place) {
        var body = JSON.objectNode()
                .put("position", place.position())
                .put("of", place.of())
                .put("etaMs", place.left().toMillis());
        return push("queue", "queue", body);
    }

    /** Where members go on to; the whole push. */
    public static String next(NextClass next) {
        var body = JSON.objectNode()
                .put("classId", next.classId().value())
                .put("title", next.title())
                .put("startsInMs", next.startsIn().toMillis());
        return push("next", "next", body);
    }

    /** The member has answered the ask, on some device; the whole push. */
    public static String answered(String ask) {
        return push("answered", "answered", JSON.objectNode().put("cueId", ask));
    }

    /** An empty object when no ask is open. */
    public static ObjectNode asks(@Nullable AskTally tally) {
        if (tally == null) {
            return JSON.objectNode().putNull("cueId");
        }
        var node = ask(tally.ask()).put("confirmed", tally.answers().size()).put("of", tally.of());
        var missing = node.putArray("missing");
        tally.missing()
                .forEach(person -> missing.addObject()
                        .put("member", person.member().value())
                        .put("name", person.name()));
        var answers = node.putArray("answers");
        tally.answers()
                .forEach(answer -> answers.addObject()
                        .put("member", answer.member().value())
                        .put("value", answer.value()));
        return node;
    }

    /** The body of a reply; of a refusal, the body of {@code error}. */
    public static ObjectNode answer(LiveAnswer answer) {
        return switch (answer) {
            case LiveAnswer.Issued(String cueId, long offset, var at) ->
                JSON.objectNode().put("cueId", cueId).put("offset", offset).put("at", at == null ? null : at.millis());
            case LiveAnswer.HandIs(boolean up, int place) ->
                JSON.objectNode().put("up", up).put("place", place);
            case LiveAnswer.Confirmed(String cueId) -> JSON.objectNode().put("cueId", cueId);
            case LiveAnswer.Done() -> JSON.objectNode();
            case LiveAnswer.Refused(String code, String detail, String field) -> {
                var error = JSON.objectNode().put("code", code).put("detail", detail);
                if (field != null) {
                    error.put("field", field);
                }
                yield error;
            }
        };
    }
}
