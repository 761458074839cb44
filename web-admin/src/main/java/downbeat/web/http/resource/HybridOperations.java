package downbeat.web.http.resource;

import downbeat.classes.domain.PlaceKind;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.Role;
import downbeat.kernel.ClassId;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.reaction.PlaceMoves;
import downbeat.popups.reaction.PlaceMoves.Moved;
import downbeat.popups.view.PopUpBoard;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.Refusals;
import downbeat.web.identity.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A pop-up as the room of a class: its members' ways between room and online, and the screen in it. */
public final class HybridOperations {
    private static final String ONE = "/api/v1/pop-ups/{id}";

    private final PopUpShelf shelf;
    private final Shelf classShelf;
    private final PopUpBoard board;
    private final PlaceMoves moves;
    private final LiveClasses classes;
    private final JoinDoor door;
    private final Clock clock;
    private final Executor blocking;

    /** What there is of pop-ups and classes. */
    public record Shelves(PopUpShelf popUps, Shelf classes, PopUpBoard board) {}

    public HybridOperations(
            Shelves shelves, PlaceMoves moves, LiveClasses classes, JoinDoor door, Clock clock, Executor blocking) {
        this.shelf = shelves.popUps();
        this.classShelf = shelves.classes();
        this.board = shelves.board();
        this.clock = clock;
        this.blocking = blocking;
        this.moves = moves;
        this.classes = classes;
        this.door = door;
    }

    /** Where somebody takes part now, and what they have of the pop-up. */
    record MovedJson(String place, GuestJson mine) {}

    public List<Operation> operations() {
        return List.of(
                Operation.get("showRoom", "/api/v1/classes/{id}/room", Access.ANYONE, this::room),
                Operation.post("changePlace", ONE + "/place", Access.MEMBER, Takes.JSON, this::change),
                Operation.post("joinStage", ONE + "/stage", Access.SIGNED_IN, Takes.NOTHING, this::stage));
    }

    /** The pop-up to come that is the room of the class; of several the one that starts first. */
    private CompletionStage<Answer> room(Call call) {
        return classShelf
                .visible(call)
                .thenApplyAsync(found -> board.roomOf(List.of(found.id()), clock.instant()), blocking)
                .thenCompose(room -> shelf.json(room.orElseThrow(Call::notFound), call))
                .thenApply(PopUpShelf::tagged);
    }

    /** The kind of ticket is asked for only by those who come to the room. */
    private CompletionStage<Answer> change(Call call) {
        var form = call.form();
        var to = form.choice("to", PlaceKind.class);
        var kind = to == PlaceKind.IN_ROOM
                ? Optional.of(Parts.id(form.only("to", "kind"), "kind", KindId::new))
                : Optional.<KindId>empty();
        if (kind.isEmpty()) {
            form.only("to");
        }
        var me = call.me();
        return shelf.visible(call)
                .thenCompose(found -> kind.map(wanted ->
                                moves.toRoom(found.id(), found.card(), me.participant(), Standings.of(me), wanted))
                        .orElseGet(() -> moves.online(found.id(), found.card(), me.participant()))
                        .thenApply(Refusals::accepted)
                        .thenCompose(moved -> moved(call, found, moved)));
    }

    private CompletionStage<Answer> moved(Call call, PopUpShelf.Found found, Moved moved) {
        return shelf.read(found.id())
                .thenApply(card -> Answer.ok(new MovedJson(
                        moved.place().name(), GuestJson.of(card, call.me().participant()))));
    }

    /** For who runs the room or the class; for anybody else there is no screen. */
    private CompletionStage<Answer> stage(Call call) {
        door.limit(call);
        return shelf.visible(call).thenCompose(found -> {
            var linked = found.card().details().linkedClass().orElseThrow(Call::notFound);
            return classes.show(linked).thenCompose(shown -> {
                var card = shown.orElseThrow(Call::notFound);
                if (!PopUpJson.isOwner(found.card(), call.caller()) && !ClassJson.isOwner(card, call.caller())) {
                    throw Call.notFound();
                }
                return door.open(call, card, screen(found, linked, call.me()), false);
            });
        });
    }

    private static Joiner screen(PopUpShelf.Found found, ClassId linked, Caller me) {
        return new Joiner(
                linked, me.participant(), found.card().details().place().name(), Role.SCREEN);
    }
}
