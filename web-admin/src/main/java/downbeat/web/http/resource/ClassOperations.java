package downbeat.web.http.resource;

import downbeat.classes.domain.LiveClassCommand;
import downbeat.classes.domain.LiveClassCommand.AttachPlan;
import downbeat.classes.domain.LiveClassCommand.Cancel;
import downbeat.classes.domain.LiveClassCommand.Draft;
import downbeat.classes.domain.LiveClassCommand.Edit;
import downbeat.classes.domain.LiveClassCommand.OpenLobby;
import downbeat.classes.domain.LiveClassCommand.Schedule;
import downbeat.classes.domain.LiveClassRefusal;
import downbeat.classes.domain.LiveClassReply;
import downbeat.classes.domain.Phase;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.live.LivePlane;
import downbeat.classes.plan.CuePlan;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import downbeat.kernel.Version;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.Refusals;
import downbeat.web.identity.token.Derived;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A class from draft to cancelled, as its trainer writes it and everybody reads it. */
public final class ClassOperations {
    private static final String ONE = "/api/v1/classes/{id}";
    private static final String[] DRAFT_FIELDS = and("planId");
    private static final String[] EDIT_FIELDS = and(Following.FIELD);

    private final LiveClasses classes;
    private final Shelf shelf;
    private final LivePlane plane;
    private final Library library;
    private final Derived derived;
    private final Following following;

    public ClassOperations(LiveClasses classes, LivePlane plane, Shelf shelf, Library library, Derived derived) {
        this.classes = classes;
        this.plane = plane;
        this.shelf = shelf;
        this.library = library;
        this.derived = derived;
        this.following = new Following(classes);
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("draftClass", "/api/v1/classes", Access.TRAINER, Takes.JSON, this::draft),
                Operation.get("showClass", ONE, Access.ANYONE, this::show),
                Operation.patch("editClass", ONE, Access.OWNER, this::edit),
                Operation.put("attachPlan", ONE + "/plan", Access.OWNER, this::attach),
                Operation.post("scheduleClass", ONE + "/schedule", Access.OWNER, Takes.NOTHING, call -> {
                    return tell(call, new Schedule());
                }),
                Operation.post("openLobby", ONE + "/lobby", Access.OWNER, Takes.NOTHING, this::openLobby),
                Operation.post("cancelClass", ONE + "/cancel", Access.OWNER, Takes.JSON, call -> {
                    return tell(call, new Cancel(call.form().only("reason").text("reason", 1, 280)));
                }));
    }

    private static String[] and(String more) {
        var fields = Arrays.copyOf(ClassForm.FIELDS, ClassForm.FIELDS.length + 1);
        fields[fields.length - 1] = more;
        return fields;
    }

    /** With an idempotency key the id follows from the key, so that a repeat finds the class it made. */
    private CompletionStage<Answer> draft(Call call) {
        var form = call.form().only(DRAFT_FIELDS);
        var details = new ClassForm(form).details();
        var plan = form.has("planId")
                ? library.own(call.me(), form, "planId").thenApply(Optional::of)
                : CompletableFuture.completedFuture(Optional.<CuePlan>empty());
        var id = call.key()
                .map(key -> new ClassId(derived.name("c", call.me().account().value(), key.value())))
                .orElseGet(() -> new ClassId("c-" + UUID.randomUUID()));
        return plan.thenCompose(found -> ask(call, id, new Draft(call.me().account(), details))
                        .thenCompose(drafted -> found.map(p -> attach(call, id, p))
                                .orElseGet(() -> CompletableFuture.completedFuture(drafted))))
                .thenCompose(done -> shelf.read(id, call.caller()))
                .thenApply(json ->
                        Answer.created("/api/v1/classes/" + id.value(), json).with("ETag", tag(json)));
    }

    /** The second half of a draft with a plan; its repeats are known by a key of their own. */
    private CompletionStage<LiveClassReply> attach(Call call, ClassId id, CuePlan plan) {
        var key = call.key().map(k -> new IdempotencyKey(k.value() + ".plan"));
        return key.map(k -> classes.ask(id, new AttachPlan(plan), k))
                .orElseGet(() -> classes.ask(id, new AttachPlan(plan)))
                .thenApply(Refusals::accepted);
    }

    private CompletionStage<Answer> show(Call call) {
        return shelf.visible(call)
                .thenCompose(found -> shelf.json(found, call.caller()))
                .thenApply(ClassOperations::tagged);
    }

    private CompletionStage<Answer> edit(Call call) {
        var form = call.form().only(EDIT_FIELDS);
        return shelf.own(call).thenCompose(found -> {
            var seen = Versions.seen(call, found.card().said());
            var details = new ClassForm(form).over(found.card().details());
            return following
                    .said(form, found, details)
                    .thenCompose(all -> classes.ask(found.id(), new Edit(all), seen))
                    .thenApply(Refusals::accepted)
                    .thenCompose(done -> shelf.read(found.id(), call.caller()))
                    .thenApply(ClassOperations::tagged);
        });
    }

    private CompletionStage<Answer> attach(Call call) {
        var form = call.form().only("planId");
        return shelf.own(call).thenCompose(found -> {
            var seen = Versions.seen(call);
            return library.own(call.me(), form, "planId")
                    .thenCompose(plan -> classes.ask(found.id(), new AttachPlan(plan), seen))
                    .thenApply(Refusals::accepted)
                    .thenCompose(done -> shelf.read(found.id(), call.caller()))
                    .thenApply(ClassOperations::tagged);
        });
    }

    /** The lobby also opens by itself a while before the start: to find it open is what was wanted. */
    private CompletionStage<Answer> openLobby(Call call) {
        return shelf.own(call)
                .thenCompose(found -> call.key()
                        .map(key -> classes.ask(found.id(), new OpenLobby(), key))
                        .orElseGet(() -> classes.ask(found.id(), new OpenLobby()))
                        .thenAccept(outcome -> {
                            if (!isOpenAlready(outcome)) {
                                Refusals.accepted(outcome);
                            }
                        })
                        .thenCompose(done -> plane.ready(found.id(), found.card(), null))
                        .thenCompose(ready -> shelf.read(found.id(), call.caller())))
                .thenApply(ClassOperations::tagged);
    }

    private static boolean isOpenAlready(Outcome<LiveClassReply> outcome) {
        return outcome instanceof Outcome.Refused<LiveClassReply> refused
                && refused.refusal() instanceof LiveClassRefusal.WrongPhase wrong
                && wrong.phase() == Phase.LOBBY;
    }

    private CompletionStage<Answer> tell(Call call, LiveClassCommand command) {
        return shelf.own(call)
                .thenCompose(found ->
                        ask(call, found.id(), command).thenCompose(done -> shelf.read(found.id(), call.caller())))
                .thenApply(ClassOperations::tagged);
    }

    private CompletionStage<LiveClassReply> ask(Call call, ClassId id, LiveClassCommand command) {
        return call.key()
                .map(key -> classes.ask(id, command, key))
                .orElseGet(() -> classes.ask(id, command))
                .thenApply(Refusals::accepted);
    }

    private static Answer tagged(ClassJson json) {
        return Answer.ok(json).with("ETag", tag(json));
    }

    private static String tag(ClassJson json) {
        return Versions.tag(Version.of(json.version()));
    }
}
