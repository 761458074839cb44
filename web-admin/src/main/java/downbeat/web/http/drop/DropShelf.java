package downbeat.web.http.drop;

import downbeat.cluster.entity.ReplyAndView;
import downbeat.drops.domain.ClaimRefusal;
import downbeat.drops.domain.CrowdRefusal;
import downbeat.drops.domain.DropCommand;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.DropReply;
import downbeat.drops.domain.Phase;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.Drops;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.Version;
import downbeat.web.drop.Admissions;
import downbeat.web.drop.PickupCodes;
import downbeat.web.http.drop.StandingJson.AdmissionJson;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.Refusals;
import downbeat.web.identity.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Drops as a caller may see them: drafts only one's own, and what is somebody else's to run does not exist. */
public final class DropShelf {
    private final Drops drops;
    private final PickupCodes codes;
    private final Admissions admissions;
    private final Till till;
    private final Clock clock;

    public DropShelf(Drops drops, PickupCodes codes, Admissions admissions, Till till, Clock clock) {
        this.drops = drops;
        this.codes = codes;
        this.admissions = admissions;
        this.till = till;
        this.clock = clock;
    }

    /** A drop with its id. */
    record Found(DropId id, DropCard card) {}

    PickupCodes codes() {
        return codes;
    }

    Till till() {
        return till;
    }

    Admissions admissions() {
        return admissions;
    }

    /** For somebody whose turn in the waiting room has come. */
    Optional<AdmissionJson> admission(DropId id, Optional<Instant> turn, ParticipantId who) {
        return turn.filter(at -> !at.isAfter(clock.instant())).map(come -> AdmissionJson.of(admissions.sign(who, id)));
    }

    /** How somebody stands with a drop. */
    CompletionStage<StandingJson> standing(DropId id, DropCard card, ParticipantId who) {
        return till.payments(id, card.claimsOf(who))
                .thenApply(payments ->
                        StandingJson.of(id, card, who, new Ways(codes, payments), turn -> admission(id, turn, who)));
    }

    /** A claim as its member sees it. */
    CompletionStage<ClaimJson> claim(DropId id, DropCard card, ClaimId claim) {
        var found = card.claim(claim).orElseThrow();
        return till.payments(id, Stream.of(found))
                .thenApply(payments -> StandingJson.json(id, card, found, new Ways(codes, payments)));
    }

    /** The drop of the path with what of it concerns the caller, or 404. */
    CompletionStage<Found> visible(Call call) {
        return find(show(call, id(call)), call, card -> mayBeSeen(call, card));
    }

    /** The same with everything in it. */
    CompletionStage<Found> whole(Call call) {
        return find(drops.show(id(call)), call, card -> mayBeSeen(call, card));
    }

    /** The drop of the path with everything in it if it is the caller's own, or 404. */
    CompletionStage<Found> own(Call call) {
        return find(drops.show(id(call)), call, card -> owns(call, card));
    }

    private static boolean mayBeSeen(Call call, DropCard card) {
        return card.phase() != Phase.DRAFT || owns(call, card);
    }

    static boolean owns(Call call, DropCard card) {
        return call.caller().filter(it -> it.account().equals(card.trainer())).isPresent();
    }

    private static CompletionStage<Found> find(
            CompletionStage<Optional<DropCard>> shown, Call call, Predicate<DropCard> allowed) {
        return shown.thenApply(
                card -> card.filter(allowed).map(it -> new Found(id(call), it)).orElseThrow(Call::notFound));
    }

    static DropId id(Call call) {
        return call.id("id", DropId::new);
    }

    /** With everything in it. */
    CompletionStage<Optional<DropCard>> show(DropId id) {
        return drops.show(id);
    }

    /** With what of it concerns the caller. */
    CompletionStage<Optional<DropCard>> show(Call call, DropId id) {
        return drops.showTo(call.caller().map(Caller::participant), id);
    }

    /** The same of a drop that was there before. */
    CompletionStage<DropCard> read(Call call, DropId id) {
        return show(call, id).thenApply(card -> card.orElseThrow(Call::notFound));
    }

    CompletionStage<DropJson> json(Found found, Call call) {
        boolean owner = owns(call, found.card());
        return call.caller()
                .map(it -> standing(found.id(), found.card(), it.participant())
                        .thenApply(mine -> DropJson.of(found.id(), found.card(), owner, till.paying(), mine)))
                .orElseGet(() -> CompletableFuture.completedStage(
                        DropJson.of(found.id(), found.card(), owner, till.paying(), null)));
    }

    /** The drop as it is now, to whoever calls. */
    CompletionStage<DropJson> json(DropId id, Call call) {
        return read(call, id).thenCompose(card -> json(new Found(id, card), call));
    }

    static Answer tagged(DropJson json) {
        return Answer.ok(json).with("ETag", tag(json));
    }

    static String tag(DropJson json) {
        return Versions.tag(Version.of(json.version()));
    }

    /** Under the key of the call, if it has one. */
    CompletionStage<DropReply> ask(Call call, DropId id, DropCommand command) {
        return call.key()
                .map(key -> drops.ask(id, command, key))
                .orElseGet(() -> drops.ask(id, command))
                .thenApply(this::accepted);
    }

    /** What a member asks, with what of the drop concerns them once it is done. */
    CompletionStage<ReplyAndView<DropReply, DropCard>> askAndSee(Call call, DropId id, DropCommand command) {
        return drops.askAndSee(call.me().participant(), id, command, call.key()).thenApply(this::accepted);
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
    private <T> T accepted(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            var again = Optional.ofNullable(
                    switch (refused.refusal()) {
                        case ClaimRefusal.AllHeld full -> full.tryAgain();
                        case CrowdRefusal.NotYet early -> early.from();
                        case CrowdRefusal.NotYourTurn early -> early.turn();
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
