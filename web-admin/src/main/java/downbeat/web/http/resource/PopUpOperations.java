package downbeat.web.http.resource;

import downbeat.classes.domain.Phase;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.kernel.ClassId;
import downbeat.popups.domain.PopUpCommand;
import downbeat.popups.domain.PopUpCommand.Cancel;
import downbeat.popups.domain.PopUpCommand.Close;
import downbeat.popups.domain.PopUpCommand.Draft;
import downbeat.popups.domain.PopUpCommand.Edit;
import downbeat.popups.domain.PopUpCommand.OpenDoors;
import downbeat.popups.domain.PopUpCommand.Publish;
import downbeat.popups.domain.PopUpCommand.SetGates;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.entity.GateCard;
import downbeat.popups.series.domain.Template;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Refusals;
import downbeat.web.identity.token.Derived;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A pop-up from draft to closed or cancelled, as its organizer writes it and everybody reads it. */
public final class PopUpOperations {
    private static final String ALL = "/api/v1/pop-ups";
    private static final String ONE = ALL + "/{id}";

    private final PopUpShelf shelf;
    private final LiveClasses classes;
    private final Derived derived;

    public PopUpOperations(PopUpShelf shelf, LiveClasses classes, Derived derived) {
        this.shelf = shelf;
        this.classes = classes;
        this.derived = derived;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("draftPopUp", ALL, Access.ORGANIZER, Takes.JSON, this::draft),
                Operation.get("showPopUp", ONE, Access.ANYONE, this::show),
                Operation.put("editPopUp", ONE, Access.HOST, this::edit),
                Operation.post("copyPopUp", ONE + "/copy", Access.HOST, Takes.JSON, this::copy),
                Operation.post("publishPopUp", ONE + "/publish", Access.HOST, Takes.NOTHING, call -> {
                    return tell(call, new Publish());
                }),
                Operation.post("openDoors", ONE + "/open", Access.HOST, Takes.NOTHING, call -> {
                    return tell(call, new OpenDoors());
                }),
                Operation.post("closePopUp", ONE + "/close", Access.HOST, Takes.NOTHING, call -> {
                    return tell(call, new Close());
                }),
                Operation.post("cancelPopUp", ONE + "/cancel", Access.HOST, Takes.JSON, call -> {
                    return tell(call, new Cancel(call.form().only("reason").text("reason", 1, 280)));
                }));
    }

    private CompletionStage<Answer> draft(Call call) {
        var details = PopUpForm.details(call.form());
        var id = fresh(call);
        return linked(call, details)
                .thenCompose(fits -> shelf.ask(call, id, new Draft(call.me().account(), details)))
                .thenApply(Refusals::accepted)
                .thenCompose(done -> created(call, id));
    }

    /** With an idempotency key the id follows from the key, so that a repeat finds the pop-up it made. */
    private PopUpId fresh(Call call) {
        return call.key()
                .map(key -> new PopUpId(derived.name("u", call.me().account().value(), key.value())))
                .orElseGet(() -> new PopUpId("u-" + UUID.randomUUID()));
    }

    private CompletionStage<Answer> created(Call call, PopUpId id) {
        return shelf.json(id, call)
                .thenApply(json ->
                        Answer.created(ALL + "/" + id.value(), json).with("ETag", PopUpShelf.tag(json.version())));
    }

    /** A class that others cannot see yet is linked by its trainer only. */
    private CompletionStage<Void> linked(Call call, PopUpDetails details) {
        return details.linkedClass()
                .map(id -> classes.show(id).thenAccept(card -> refuseUnseen(call, id, card)))
                .orElseGet(() -> CompletableFuture.allOf());
    }

    private static void refuseUnseen(Call call, ClassId id, Optional<ClassCard> card) {
        var seen = card.filter(c -> c.phase() != Phase.DRAFT || ClassJson.isOwner(c, call.caller()));
        if (seen.isEmpty()) {
            throw ProblemType.NOT_FOUND.at("linkedClass", "names no class: " + id.value() + ".");
        }
    }

    private CompletionStage<Answer> show(Call call) {
        return shelf.visible(call)
                .thenCompose(found -> shelf.json(found, call.caller()))
                .thenApply(PopUpShelf::tagged);
    }

    private CompletionStage<Answer> edit(Call call) {
        var details = PopUpForm.details(call.form());
        return shelf.own(call)
                .thenCompose(found -> linked(call, details)
                        .thenCompose(fits -> shelf.edit(call, found.id(), new Edit(details)))
                        .thenApply(Refusals::accepted)
                        .thenCompose(done -> shelf.json(found.id(), call))
                        .thenApply(PopUpShelf::tagged));
    }

    /** The same at another time, as a draft. */
    private CompletionStage<Answer> copy(Call call) {
        var start = call.form().only("start").localTime("start");
        var id = fresh(call);
        return shelf.own(call).thenCompose(found -> {
            var moved =
                    Parts.checked(call.form(), () -> new Template(found.card().details(), gates(found)).at(start));
            return shelf.ask(call, id, new Draft(call.me().account(), moved.details()))
                    .thenApply(Refusals::accepted)
                    .thenCompose(drafted -> shelf.ask(call, id, new SetGates(moved.gates()), "gates"))
                    .thenApply(Refusals::accepted)
                    .thenCompose(done -> shelf.copyPictures(found.id(), id))
                    .thenCompose(done -> created(call, id));
        });
    }

    private static List<Gate> gates(PopUpShelf.Found found) {
        return found.card().door().gates().stream().map(GateCard::gate).toList();
    }

    private CompletionStage<Answer> tell(Call call, PopUpCommand command) {
        return shelf.own(call)
                .thenCompose(found -> shelf.ask(call, found.id(), command)
                        .thenApply(Refusals::accepted)
                        .thenCompose(done -> shelf.json(found.id(), call)))
                .thenApply(PopUpShelf::tagged);
    }
}
