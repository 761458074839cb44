package downbeat.web.http.resource;

import downbeat.classes.domain.Phase;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.kernel.ClassId;
import downbeat.web.http.operation.Call;
import downbeat.web.identity.Caller;
import downbeat.web.identity.Identity;
import downbeat.web.identity.domain.Role;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Classes as a caller may see them: drafts only one's own, and what is somebody else's to run does not exist. */
public final class Shelf {
    private final LiveClasses classes;
    private final Identity identity;

    public Shelf(LiveClasses classes, Identity identity) {
        this.classes = classes;
        this.identity = identity;
    }

    /** A class with its id. */
    public record Found(ClassId id, ClassCard card) {}

    /** The class of the path, or 404. */
    public CompletionStage<Found> visible(Call call) {
        return find(call, card -> card.phase() != Phase.DRAFT || ClassJson.isOwner(card, call.caller()));
    }

    /** The class of the path if it is the caller's own, or 404. */
    CompletionStage<Found> own(Call call) {
        return find(call, card -> ClassJson.isOwner(card, call.caller()));
    }

    /** The class of the path if it is the caller's own or the caller an administrator, or 404. */
    CompletionStage<Found> kept(Call call) {
        return find(call, card -> ClassJson.isOwner(card, call.caller()) || isAdmin(call));
    }

    /** The class of the path if the caller runs it, holds a place in it or is an administrator, or 404. */
    CompletionStage<Found> inside(Call call) {
        return find(
                call,
                card -> ClassJson.isOwner(card, call.caller())
                        || card.admits(call.me().participant())
                        || isAdmin(call));
    }

    private static boolean isAdmin(Call call) {
        return call.me().roles().contains(Role.ADMIN);
    }

    private CompletionStage<Found> find(Call call, java.util.function.Predicate<ClassCard> allowed) {
        var id = call.id("id", ClassId::new);
        return classes.show(id)
                .thenApply(
                        card -> card.filter(allowed).map(c -> new Found(id, c)).orElseThrow(Call::notFound));
    }

    /** The class as it is now, to whom it may concern. */
    CompletionStage<ClassJson> read(ClassId id, Optional<Caller> reader) {
        return classes.show(id).thenCompose(card -> json(new Found(id, card.orElseThrow(Call::notFound)), reader));
    }

    CompletionStage<ClassJson> json(Found found, Optional<Caller> reader) {
        return identity.nameOf(found.card().trainer())
                .thenApply(name -> ClassJson.of(found.id(), found.card(), name.orElse(""), reader));
    }
}
