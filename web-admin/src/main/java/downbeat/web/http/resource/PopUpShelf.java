package downbeat.web.http.resource;

import downbeat.cluster.entity.IdempotencyKey;
import downbeat.kernel.Outcome;
import downbeat.kernel.Version;
import downbeat.popups.domain.DoorRefusal;
import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUpCommand;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.PopUpReply;
import downbeat.popups.domain.door.Device;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.PopUps;
import downbeat.web.asset.PopUpPictures;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.Refusals;
import downbeat.web.identity.Caller;
import downbeat.web.identity.Identity;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** Pop-ups as a caller may see them: drafts only one's own, and what is somebody else's to run does not exist. */
public final class PopUpShelf {
    private final PopUps popUps;
    private final Identity identity;
    private final PopUpPictures pictures;
    private final Executor blocking;

    public PopUpShelf(PopUps popUps, Identity identity, PopUpPictures pictures, Executor blocking) {
        this.popUps = popUps;
        this.identity = identity;
        this.pictures = pictures;
        this.blocking = blocking;
    }

    /** A pop-up with its id. */
    public record Found(PopUpId id, PopUpCard card) {}

    /** The pop-up of the path, or 404. */
    CompletionStage<Found> visible(Call call) {
        return find(call, card -> card.phase() != Phase.DRAFT || PopUpJson.isOwner(card, call.caller()));
    }

    /** The pop-up of the path if it is the caller's own, or 404. */
    CompletionStage<Found> own(Call call) {
        return find(call, card -> PopUpJson.isOwner(card, call.caller()));
    }

    /** The pop-up of the path at the door of which the caller stands, or 404; 403 for a device that was revoked. */
    public CompletionStage<AtDoor> door(Call call) {
        return formerDoor(call).thenApply(at -> {
            at.device().flatMap(id -> device(at.found().card(), id)).ifPresent(PopUpShelf::refuseRevoked);
            return at;
        });
    }

    /** The same, also for a device that was revoked: for what it did before it was. */
    public CompletionStage<AtDoor> formerDoor(Call call) {
        return find(call, card -> PopUpJson.isOwner(card, call.caller()) || stands(call, card))
                .thenApply(found -> PopUpJson.isOwner(found.card(), call.caller())
                        ? new AtDoor(found, call.answerable(), Optional.empty(), true)
                        : device(call, found));
    }

    private static AtDoor device(Call call, Found found) {
        var session = call.door().orElseThrow(Call::notFound);
        return new AtDoor(found, call.answerable(), Optional.of(session.device()), session.supervisor());
    }

    private static boolean stands(Call call, PopUpCard card) {
        var id = call.id("id", PopUpId::new);
        return call.door()
                .filter(door ->
                        door.popUp().equals(id) && device(card, door.device()).isPresent())
                .isPresent();
    }

    static Optional<Device> device(PopUpCard card, DeviceId id) {
        return card.door().devices().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    static void refuseRevoked(Device device) {
        device.revokedAt().ifPresent(since -> {
            throw Refusals.problem(new DoorRefusal.DeviceIsRevoked(device.id(), since))
                    .asException();
        });
    }

    private CompletionStage<Found> find(Call call, Predicate<PopUpCard> allowed) {
        var id = call.id("id", PopUpId::new);
        return show(id).thenApply(
                        card -> card.filter(allowed).map(c -> new Found(id, c)).orElseThrow(Call::notFound));
    }

    /** Gives the copy of a pop-up the pictures of the original. */
    CompletionStage<Void> copyPictures(PopUpId from, PopUpId to) {
        return CompletableFuture.runAsync(() -> pictures.copy(from, to), blocking);
    }

    CompletionStage<Optional<PopUpCard>> show(PopUpId id) {
        return popUps.show(id);
    }

    /** The pop-up as it is now; it was there before. */
    CompletionStage<PopUpCard> read(PopUpId id) {
        return show(id).thenApply(card -> card.orElseThrow(Call::notFound));
    }

    CompletionStage<PopUpJson> json(Found found, Optional<Caller> reader) {
        return identity.nameOf(found.card().organizer())
                .thenCombine(
                        CompletableFuture.supplyAsync(() -> pictures.of(found.id()), blocking),
                        (name, all) -> new PopUpJson.Beside(name.orElse(""), all))
                .thenApply(beside -> PopUpJson.of(found.id(), found.card(), beside, reader));
    }

    /** The pop-up as it is now, to whoever calls. */
    CompletionStage<PopUpJson> json(PopUpId id, Call call) {
        return read(id).thenCompose(card -> json(new Found(id, card), call.caller()));
    }

    /** Under the key of the call, if it has one. */
    CompletionStage<Outcome<PopUpReply>> ask(Call call, PopUpId id, PopUpCommand command) {
        return call.key().map(key -> popUps.ask(id, command, key)).orElseGet(() -> popUps.ask(id, command));
    }

    /** A further step of the same call; its repeats are known by a key of their own. */
    CompletionStage<Outcome<PopUpReply>> ask(Call call, PopUpId id, PopUpCommand command, String step) {
        return call.key()
                .map(key -> popUps.ask(id, command, new IdempotencyKey(key.value() + "." + step)))
                .orElseGet(() -> popUps.ask(id, command));
    }

    /** An edit of what the caller has seen. */
    CompletionStage<Outcome<PopUpReply>> edit(Call call, PopUpId id, PopUpCommand command) {
        return popUps.ask(id, command, Versions.seen(call));
    }

    static Answer tagged(PopUpJson json) {
        return Answer.ok(json).with("ETag", tag(json.version()));
    }

    static String tag(long edition) {
        return Versions.tag(Version.of(edition));
    }
}
