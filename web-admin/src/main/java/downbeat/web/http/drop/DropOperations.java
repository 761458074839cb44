package downbeat.web.http.drop;

import downbeat.classes.domain.Attendance;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.drops.domain.DropCommand;
import downbeat.drops.domain.DropCommand.Announce;
import downbeat.drops.domain.DropCommand.Cancel;
import downbeat.drops.domain.DropCommand.Close;
import downbeat.drops.domain.DropCommand.Compose;
import downbeat.drops.domain.DropCommand.Edit;
import downbeat.drops.domain.DropCommand.Open;
import downbeat.drops.domain.DropCommand.Restock;
import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.crowd.Seed;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.reaction.Crowd;
import downbeat.kernel.ClassId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.PopUps;
import downbeat.web.http.drop.DropForm.Where;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.resource.Parts;
import downbeat.web.identity.token.Derived;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A drop from draft to closed or cancelled, as its trainer writes it and everybody reads it. */
public final class DropOperations {
    static final String ALL = "/api/v1/drops";
    static final String ONE = ALL + "/{id}";

    private final DropShelf shelf;
    private final LiveClasses classes;
    private final PopUps popUps;
    private final Derived derived;

    public DropOperations(DropShelf shelf, LiveClasses classes, PopUps popUps, Derived derived) {
        this.shelf = shelf;
        this.classes = classes;
        this.popUps = popUps;
        this.derived = derived;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("composeDrop", ALL, Access.TRAINER, Takes.JSON, this::compose),
                Operation.get("showDrop", ONE, Access.ANYONE, this::show),
                Operation.put("editDrop", ONE, Access.OWNER, this::edit),
                Operation.post("announceDrop", ONE + "/announce", Access.OWNER, Takes.NOTHING, call -> {
                    return tell(call, new Announce(seed(DropShelf.id(call))));
                }),
                Operation.post("openDrop", ONE + "/open", Access.OWNER, Takes.NOTHING, this::open),
                Operation.post("closeDrop", ONE + "/close", Access.OWNER, Takes.NOTHING, call -> {
                    return tell(call, new Close());
                }),
                Operation.post("cancelDrop", ONE + "/cancel", Access.OWNER, Takes.JSON, call -> {
                    return tell(call, new Cancel(call.form().only("reason").text("reason", 1, 280)));
                }),
                Operation.put("restockDrop", ONE + "/points/{point}/stock", Access.OWNER, this::restock));
    }

    private CompletionStage<Answer> compose(Call call) {
        var id = fresh(call);
        return details(call)
                .thenCompose(
                        details -> shelf.ask(call, id, new Compose(call.me().account(), details)))
                .thenCompose(done -> shelf.json(id, call))
                .thenApply(json -> Answer.created(ALL + "/" + id.value(), json).with("ETag", DropShelf.tag(json)));
    }

    /** With an idempotency key the id follows from the key, so that a repeat finds the drop it made. */
    private DropId fresh(Call call) {
        return call.key()
                .map(key -> new DropId(derived.name("d", call.me().account().value(), key.value())))
                .orElseGet(() -> new DropId("d-" + UUID.randomUUID()));
    }

    private CompletionStage<DropDetails> details(Call call) {
        var form = call.form();
        var points = DropForm.points(form);
        var linked = DropForm.linkedClass(form);
        return linkedTo(call, linked)
                .thenCompose(fits -> places(call, linked, points))
                .thenApply(places -> DropForm.details(form, places));
    }

    /** A drop closes a class of its own trainer. */
    private CompletionStage<Void> linkedTo(Call call, Optional<ClassId> linked) {
        return linked.map(id -> classes.show(id).thenAccept(card -> {
                    if (card.filter(it -> it.trainer().equals(call.me().account()))
                            .isEmpty()) {
                        throw call.form().bad("classId", "names no class of yours.");
                    }
                }))
                .orElseGet(() -> CompletableFuture.allOf());
    }

    /** Where the points are that may be points of this drop: pop-ups of the trainer's own, or rooms of the class. */
    private CompletionStage<Map<PointId, Where>> places(Call call, Optional<ClassId> linked, List<PointId> points) {
        CompletionStage<Map<PointId, Where>> all = CompletableFuture.completedStage(new HashMap<>());
        for (var point : points) {
            if (!point.online()) {
                all = all.thenCombine(popUps.show(new PopUpId(point.value())), (places, card) -> {
                    card.filter(it -> mayUse(call, linked, it))
                            .map(it -> it.details().place())
                            .ifPresent(it -> places.put(point, new Where(it.name(), it.zone())));
                    return places;
                });
            }
        }
        return all;
    }

    private static boolean mayUse(Call call, Optional<ClassId> linked, PopUpCard card) {
        boolean room = linked.isPresent() && card.details().linkedClass().equals(linked);
        return room || card.organizer().equals(call.me().account());
    }

    private CompletionStage<Answer> show(Call call) {
        return shelf.visible(call).thenCompose(found -> shelf.json(found, call)).thenApply(DropShelf::tagged);
    }

    private CompletionStage<Answer> edit(Call call) {
        DropForm.points(call.form());
        return shelf.own(call)
                .thenCompose(found -> details(call)
                        .thenCompose(details -> shelf.edit(call, found.id(), new Edit(details)))
                        .thenCompose(done -> shelf.json(found.id(), call))
                        .thenApply(DropShelf::tagged));
    }

    /** Nobody can know it who does not have the installation's own key; asked twice, it is the same. */
    private Seed seed(DropId id) {
        var hex = HexFormat.of();
        return new Seed(hex.formatHex(derived.bytes("draw", id.value(), "first half"))
                + hex.formatHex(derived.bytes("draw", id.value(), "second half")));
    }

    /** By hand, with who is known to have taken part by now. */
    private CompletionStage<Answer> open(Call call) {
        return shelf.own(call)
                .thenCompose(found -> attendances(found.card().details())
                        .thenCompose(all -> shelf.ask(found.id(), new Open(Crowd.of(all))))
                        .thenCompose(done -> shelf.json(found.id(), call)))
                .thenApply(DropShelf::tagged);
    }

    private CompletionStage<List<Attendance>> attendances(DropDetails details) {
        return details.linkedClass()
                .map(id -> classes.show(id)
                        .thenApply(card -> card.map(ClassCard::attendances).orElse(List.of())))
                .orElseGet(() -> CompletableFuture.completedStage(List.of()));
    }

    private CompletionStage<Answer> restock(Call call) {
        var form = call.form().only("component", "stock");
        var command = new Restock(
                call.id("point", PointId::new),
                Parts.id(form, "component", ComponentId::new),
                form.integer("stock", 0, CollectionPoint.MOST_STOCK));
        return tell(call, command);
    }

    private CompletionStage<Answer> tell(Call call, DropCommand command) {
        return shelf.own(call)
                .thenCompose(
                        found -> shelf.ask(call, found.id(), command).thenCompose(done -> shelf.json(found.id(), call)))
                .thenApply(DropShelf::tagged);
    }
}
