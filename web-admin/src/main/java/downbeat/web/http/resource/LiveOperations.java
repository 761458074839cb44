package downbeat.web.http.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.classes.live.LivePlane;
import downbeat.classes.live.connection.CommandReader;
import downbeat.classes.live.frame.Frames;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.LiveCard;
import downbeat.classes.live.message.Role;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.Problem;
import downbeat.web.http.problem.ProblemException;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Refusals;
import downbeat.web.identity.Caller;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The way into a live class, and a trainer's hand on it over HTTP. */
public final class LiveOperations {
    private static final String ONE = "/api/v1/classes/{id}";
    private static final String AHEAD = "ahead";

    private final LivePlane plane;
    private final Shelf shelf;
    private final JoinDoor door;
    private final ObjectMapper json = new ObjectMapper();

    public LiveOperations(LivePlane plane, Shelf shelf, JoinDoor door) {
        this.plane = plane;
        this.shelf = shelf;
        this.door = door;
    }

    record PositionJson(String epoch, long gen, long offset) {}

    record LiveJson(
            String phase,
            @Nullable PositionJson position,
            int rosterSize,
            @Nullable JsonNode gauge) {}

    public List<Operation> operations() {
        return List.of(
                Operation.post("join", ONE + "/join", Access.SIGNED_IN, Takes.NOTHING, this::join)
                        .knowing(AHEAD),
                Operation.post("control", ONE + "/control", Access.OWNER, Takes.JSON, this::control)
                        .telling(LiveOperations::action),
                Operation.get("showLive", ONE + "/live", Access.OWNER, this::show));
    }

    private CompletionStage<Answer> join(Call call) {
        door.limit(call);
        var pressed = !call.flag(AHEAD);
        return shelf.visible(call)
                .thenCompose(found -> door.open(call, found.card(), joiner(found, call.me()), pressed));
    }

    private static Joiner joiner(Shelf.Found found, Caller me) {
        if (found.card().trainer().equals(me.account())) {
            return new Joiner(found.id(), me.participant(), me.name(), Role.TRAINER);
        }
        if (found.card().admits(me.participant())) {
            return new Joiner(found.id(), me.participant(), me.name(), Role.MEMBER);
        }
        throw new Problem(
                        409,
                        "not-booked",
                        "Not booked",
                        "You hold no place in this class; book one first, or accept the one offered to you.",
                        null,
                        Map.of())
                .asException();
    }

    /** With the command, if it is one: what else a body holds is not worth a line. A screen may say no command. */
    private static String action(Call call) {
        try {
            var body = call.form().tree();
            var verb = body.size() == 1 ? body.fieldNames().next() : "";
            return CommandReader.allowed(Role.SCREEN, verb) ? "control" : "control." + verb;
        } catch (ProblemException unreadable) {
            return "control";
        }
    }

    /** With an idempotency key the cue's id follows from the key, so that a repeat is the same cue. */
    private CompletionStage<Answer> control(Call call) {
        var body = call.form().tree();
        if (body.size() != 1) {
            throw ProblemType.BAD_JSON
                    .saying("The body must hold exactly one command, such as {\"start\":{}}.")
                    .asException();
        }
        var verb = body.fieldNames().next();
        var read = Refusals.accepted(CommandReader.read(verb, body.get(verb)));
        var command = call.key().map(key -> read.named("k-" + key.value())).orElse(read);
        return shelf.own(call)
                .thenCompose(found -> {
                    JoinDoor.checkNotOver(found.card());
                    return plane.control(found.id(), command);
                })
                .thenApply(answer -> Answer.ok(Map.of(verb, replied(answer))));
    }

    private static JsonNode replied(LiveAnswer answer) {
        if (answer instanceof LiveAnswer.Refused refused) {
            throw new Problem(409, refused.code(), "Not now", refused.detail(), refused.field(), Map.of())
                    .asException();
        }
        return Frames.answer(answer);
    }

    private CompletionStage<Answer> show(Call call) {
        return shelf.own(call).thenCompose(found -> plane.show(found.id())).thenApply(card -> Answer.ok(json(card)));
    }

    private LiveJson json(LiveCard card) {
        var epoch = card.epoch();
        var state = card.state();
        if (epoch == null || state == null) {
            throw Call.notFound();
        }
        return new LiveJson(
                state.phase().name(),
                new PositionJson(epoch, card.gen(), card.offset()),
                (int) card.roster().stream().filter(row -> row.here()).count(),
                tree(card.gauge()));
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The gauge is JSON", e);
        }
    }
}
