package downbeat.web.http.resource;

import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.resource.PopUpShelf.Found;
import downbeat.web.identity.view.MemberNames;
import downbeat.web.pass.PassKeys;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The book of the door: with it a device decides alone where there is no network. */
public final class DoorBookOperations {
    private final PopUpShelf shelf;
    private final PassKeys keys;
    private final MemberNames names;
    private final Executor blocking;

    public DoorBookOperations(PopUpShelf shelf, PassKeys keys, MemberNames names, Executor blocking) {
        this.shelf = shelf;
        this.keys = keys;
        this.names = names;
        this.blocking = blocking;
    }

    public List<Operation> operations() {
        return List.of(Operation.get("showDoorBook", "/api/v1/pop-ups/{id}/door/book", Access.DOOR, this::show));
    }

    private CompletionStage<Answer> show(Call call) {
        return shelf.door(call).thenApplyAsync(at -> book(call, at.found()), blocking);
    }

    /** Its tag is that of all it says: every scan makes another book, and so does a guest with a new name. */
    private Answer book(Call call, Found found) {
        var holders = found.card().tickets().stream()
                .flatMap(ticket -> ticket.holder().stream())
                .distinct()
                .toList();
        var book = BookJson.of(found.id(), found.card(), keys.published(), names.of(holders));
        var tag = "\"%d%010d\"".formatted(found.card().version(), Integer.toUnsignedLong(book.hashCode()));
        return (Versions.known(call, tag) ? Answer.unchanged() : Answer.ok(book)).with("ETag", tag);
    }
}
