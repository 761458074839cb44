package downbeat.web.http.drop;

import downbeat.drops.domain.DropCommand;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.DropRefusal;
import downbeat.drops.domain.DropReply;
import downbeat.drops.domain.Phase;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.Drops;
import downbeat.kernel.Outcome;
import downbeat.web.drop.PickupCodes;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.Refusals;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Drops as a caller may see them: drafts only one's own, and what is somebody else's to run does not exist. */
public final class DropShelf {
    private final Drops drops;
    private final PickupCodes codes;
    private final Clock clock;

    public DropShelf(Drops drops, PickupCodes codes, Clock clock) {
        this.drops = drops;
        this.codes = codes;
        this.clock = clock;
    }

    /** A drop with its id. */
    record Found(DropId id, DropCard card) {}

    PickupCodes codes() {
        return codes;
    }

    /** The drop of the path, or 404. */
    CompletionStage<Found> visible(Call call) {
        return find(call, card -> card.phase() != Phase.DRAFT || owns(call, card));
    }

    /** The drop of the path if it is the caller's own, or 404. */
    CompletionStage<Found> own(Call call) {
        return find(call, card -> owns(call, card));
    }

    static boolean owns(Call call, DropCard card) {
        return call.caller().filter(it -> it.account().equals(card.trainer())).isPresent();
    }

    private CompletionStage<Found> find(Call call, Predicate<DropCard> allowed) {
        var id = id(call);
        return drops.show(id)
                .thenApply(card ->
                        card.filter(allowed).map(it -> new Found(id, it)).orElseThrow(Call::notFound));
    }

    static DropId id(Call call) {
        return call.id("id", DropId::new);
    }

    CompletionStage<Optional<DropCard>> show(DropId id) {
        return drops.show(id);
    }

    /** The drop as it is now; it was there before. */
    CompletionStage<DropCard> read(DropId id) {
        return drops.show(id).thenApply(card -> card.orElseThrow(Call::notFound));
    }

    DropJson json(Found found, Call call) {
        var mine = call.caller()
                .map(it -> StandingJson.of(found.id(), found.card(), it.participant(), codes))
                .orElse(null);
        return DropJson.of(found.id(), found.card(), owns(call, found.card()), mine);
    }

    /** The drop as it is now, to whoever calls. */
    CompletionStage<DropJson> json(DropId id, Call call) {
        return read(id).thenApply(card -> json(new Found(id, card), call));
    }

    static Answer tagged(DropJson json) {
        return Answer.ok(json).with("ETag", '"' + Long.toString(json.version()) + '"');
    }

    /** Under the key of the call, if it has one. */
    CompletionStage<DropReply> ask(Call call, DropId id, DropCommand command) {
        return call.key()
                .map(key -> drops.ask(id, command, key))
                .orElseGet(() -> drops.ask(id, command))
                .thenApply(this::accepted);
    }

    /** What comes to the same when it is asked twice needs no key. */
    CompletionStage<DropReply> ask(DropId id, DropCommand command) {
        return drops.ask(id, command).thenApply(this::accepted);
    }

    /** An edit of what the caller has seen. */
    CompletionStage<DropReply> edit(Call call, DropId id, DropCommand command) {
        return drops.ask(id, command, Versions.seen(call)).thenApply(this::accepted);
    }

    /** Who is to come again is told when. */
    private DropReply accepted(Outcome<DropReply> outcome) {
        if (outcome instanceof Outcome.Refused<DropReply> refused) {
            var again = Optional.ofNullable(
                    switch (refused.refusal()) {
                        case DropRefusal.AllHeld full -> full.tryAgain();
                        case DropRefusal.NotYet early -> early.from();
                        case DropRefusal.NotYourTurn early -> early.turn();
                        default -> null;
                    });
            if (again.isPresent()) {
                long wait = Duration.between(clock.instant(), again.get()).toSeconds() + 1;
                throw Refusals.problem(refused.refusal())
                        .with("Retry-After", Long.toString(Math.max(1, wait)))
                        .asException();
            }
        }
        return Refusals.accepted(outcome);
    }
}
