package downbeat.web.http.drop;

import downbeat.drops.domain.DropCommand;
import downbeat.drops.domain.DropCommand.AcceptOffer;
import downbeat.drops.domain.DropCommand.Claim;
import downbeat.drops.domain.DropCommand.DeclineOffer;
import downbeat.drops.domain.DropCommand.EnterLine;
import downbeat.drops.domain.DropCommand.GiveBack;
import downbeat.drops.domain.DropCommand.JoinWaiting;
import downbeat.drops.domain.DropCommand.LeaveWaiting;
import downbeat.drops.domain.DropCommand.Rehome;
import downbeat.drops.domain.DropCommand.Withdraw;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.DropReply;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Paying;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.crowd.Seed;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.drops.entity.DropCard;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.web.http.drop.StandingJson.OrderJson;
import downbeat.web.http.drop.StandingJson.SpotJson;
import downbeat.web.http.drop.StandingJson.WaitingJson;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.resource.MoneyJson;
import downbeat.web.http.resource.Parts;
import downbeat.web.pass.QrPicture;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A member's part of a drop: the waiting room, claims, the waiting list. */
public final class ClaimOperations {
    private static final String CLAIMS = DropOperations.ONE + "/claims";
    private static final String CLAIM = CLAIMS + "/{claim}";
    private static final String LINE = DropOperations.ONE + "/line";
    private static final String WAITING = DropOperations.ONE + "/waiting";

    private final DropShelf shelf;
    private final RateLimits limits;

    public ClaimOperations(DropShelf shelf, RateLimits limits) {
        this.shelf = shelf;
        this.limits = limits;
    }

    /** @param refund what was paid and comes back */
    record ReleasedJson(@Nullable MoneyJson refund) {
        static ReleasedJson of(Optional<Money> refund) {
            return new ReleasedJson(refund.map(MoneyJson::of).orElse(null));
        }
    }

    /**
     * The order of the waiting room, for everybody to check.
     *
     * @param lots in the order of the line, once drawn: SHA-256 of the seed, a colon and the participant's id, in hexadecimal digits
     */
    record OrderOfLineJson(
            @Nullable String commitment, @Nullable String seed, List<String> lots) {
        OrderOfLineJson {
            lots = List.copyOf(lots);
        }

        static OrderOfLineJson of(DropCard card) {
            return new OrderOfLineJson(
                    card.commitment().orElse(null),
                    card.seed().orElse(null),
                    card.seed()
                            .map(Seed::new)
                            .map(seed -> card.line().stream()
                                    .map(spot -> seed.lot(spot.who()))
                                    .toList())
                            .orElse(List.of()));
        }
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("enterLine", LINE, Access.SIGNED_IN, Takes.NOTHING, this::enter)
                        .allowing(Allowance.CLAIM_BY_ADDRESS),
                Operation.get("showLine", LINE, Access.ANYONE, this::line),
                Operation.post("claimBundle", CLAIMS, Access.SIGNED_IN, Takes.JSON, this::claim)
                        .allowing(Allowance.CLAIM_BY_ADDRESS)
                        .keepingKeys(Operation.Keys.WITH_THE_AGGREGATE),
                Operation.post("releaseClaim", CLAIM + "/release", Access.SIGNED_IN, Takes.NOTHING, this::release),
                Operation.get("showClaimPicture", CLAIM + "/picture", Access.SIGNED_IN, this::picture),
                Operation.put("moveClaim", CLAIM + "/pickup", Access.SIGNED_IN, this::move),
                Operation.post("waitForUnits", WAITING, Access.SIGNED_IN, Takes.JSON, this::join)
                        .allowing(Allowance.CLAIM_BY_ADDRESS),
                Operation.delete("stopWaitingForUnits", WAITING, Access.SIGNED_IN, call -> {
                    return shelf.ask(call, DropShelf.id(call), new LeaveWaiting(me(call)))
                            .thenApply(done -> Answer.noContent());
                }),
                Operation.post(
                        "acceptUnits",
                        DropOperations.ONE + "/offer/accept",
                        Access.SIGNED_IN,
                        Takes.JSON,
                        this::accept),
                Operation.post(
                        "declineUnits",
                        DropOperations.ONE + "/offer/decline",
                        Access.SIGNED_IN,
                        Takes.NOTHING,
                        call -> {
                            return shelf.ask(call, DropShelf.id(call), new DeclineOffer(me(call)))
                                    .thenApply(done -> Answer.noContent());
                        }));
    }

    private CompletionStage<Answer> enter(Call call) {
        return shelf.ask(call, DropShelf.id(call), new EnterLine(me(call))).thenApply(reply -> switch (reply) {
            case DropReply.InLine it ->
                Answer.ok(new SpotJson(
                        it.position(),
                        it.of(),
                        it.turn().orElse(null),
                        shelf.admission(DropShelf.id(call), it.turn(), me(call)).orElse(null)));
            default -> throw unexpected(reply);
        });
    }

    private CompletionStage<Answer> line(Call call) {
        return shelf.whole(call).thenApply(found -> Answer.ok(OrderOfLineJson.of(found.card())));
    }

    /** One member behind many addresses gains as little as many members behind one. */
    private CompletionStage<Answer> claim(Call call) {
        limits.take(Allowance.CLAIM_BY_ACCOUNT, call.me().account().value());
        var form = call.form();
        var wanted = OrderForm.ofClaim(form);
        shelf.till().check(wanted.paying());
        var admission = OrderForm.admission(form);
        admission.ifPresent(it -> check(call, it));
        return claimed(call, new Claim(me(call), wanted.order(), wanted.paying(), admission.isPresent()));
    }

    private void check(Call call, String admission) {
        switch (shelf.admissions().judge(admission, me(call), DropShelf.id(call))) {
            case GOOD -> {}
            case OVER ->
                throw ProblemType.ADMISSION_OVER.at(
                        OrderForm.ADMISSION, "has expired, or was not made here: read the drop again for another one.");
            case FOREIGN ->
                throw ProblemType.NOT_YOUR_ADMISSION.at(
                        OrderForm.ADMISSION,
                        "was given to another member, or for another drop: read this drop for yours.");
        }
    }

    private CompletionStage<Answer> accept(Call call) {
        var paying = OrderForm.paying(call.form().only("paying"));
        shelf.till().check(paying);
        return prepared(call, paying).thenCompose(ready -> claimed(call, new AcceptOffer(me(call), paying)));
    }

    /** Who would pay online and cannot keeps the offer. */
    private CompletionStage<Void> prepared(Call call, Paying paying) {
        var id = DropShelf.id(call);
        return paying == Paying.AT_PICKUP
                ? CompletableFuture.completedStage(null)
                : shelf.read(call, id)
                        .thenCompose(card -> card.claimsOf(me(call))
                                .filter(claim -> claim.status() == Status.OFFERED)
                                .filter(claim -> !claim.price().isZero())
                                .findFirst()
                                .map(offer -> shelf.till().prepare(id, card, offer))
                                .orElseGet(() -> CompletableFuture.completedStage(null)));
    }

    /** Does it and shows the claim that comes of it. What is held is held to be paid: there its checkout opens. */
    private CompletionStage<Answer> claimed(Call call, DropCommand command) {
        var id = DropShelf.id(call);
        return shelf.askAndSee(call, id, command).thenCompose(done -> {
            var card = done.shown().orElseThrow();
            return switch (done.reply()) {
                case DropReply.Claimed it -> made(id, card, it.claim());
                case DropReply.Held it ->
                    shelf.till()
                            .open(id, card, it.claim())
                            .thenCompose(open -> shelf.read(call, id))
                            .thenCompose(now -> made(id, now, it.claim()));
                default -> throw unexpected(done.reply());
            };
        });
    }

    private CompletionStage<Answer> made(DropId id, DropCard card, ClaimId claim) {
        return shelf.claim(id, card, claim)
                .thenApply(json ->
                        Answer.created(DropOperations.ALL + "/" + id.value() + "/claims/" + claim.value(), json));
    }

    /** A member gives back what is theirs; the trainer takes back whatever was claimed. */
    private CompletionStage<Answer> release(Call call) {
        var claim = call.id("claim", ClaimId::new);
        return shelf.visible(call)
                .thenCompose(found -> shelf.ask(
                        call,
                        found.id(),
                        DropShelf.owns(call, found.card()) ? new Withdraw(claim) : new GiveBack(me(call), claim)))
                .thenApply(reply -> switch (reply) {
                    case DropReply.Released it -> Answer.ok(ReleasedJson.of(it.refund()));
                    default -> throw unexpected(reply);
                });
    }

    /** The pickup code as a QR code, for whose claim it is. */
    private CompletionStage<Answer> picture(Call call) {
        var claim = call.id("claim", ClaimId::new);
        return shelf.visible(call)
                .thenApply(found -> found.card()
                        .claim(claim)
                        .filter(it -> it.who().equals(me(call)) && it.status().collectable())
                        .map(it -> Answer.bytes(
                                        "image/png",
                                        QrPicture.png(shelf.codes()
                                                .of(found.id(), claim)
                                                .scanned(found.id())))
                                .with("Cache-Control", "private, no-store"))
                        .orElseThrow(Call::notFound));
    }

    private CompletionStage<Answer> move(Call call) {
        var form = call.form().only("point", "window");
        var command = new Rehome(
                me(call),
                call.id("claim", ClaimId::new),
                Parts.id(form, "point", PointId::new),
                Parts.id(form, "window", WindowId::new));
        var id = DropShelf.id(call);
        return shelf.ask(id, command)
                .thenCompose(done -> shelf.read(call, id))
                .thenCompose(card -> shelf.claim(id, card, command.claim()))
                .thenApply(Answer::ok);
    }

    private CompletionStage<Answer> join(Call call) {
        var wanted = OrderForm.of(call.form());
        shelf.till().check(wanted.paying());
        return shelf.ask(call, DropShelf.id(call), new JoinWaiting(me(call), wanted.order(), wanted.paying()))
                .thenApply(reply -> switch (reply) {
                    case DropReply.Queued it ->
                        Answer.created(
                                call.request().getUri().path(),
                                new WaitingJson(it.position(), OrderJson.of(wanted.order())));
                    default -> throw unexpected(reply);
                });
    }

    private static ParticipantId me(Call call) {
        return call.me().participant();
    }

    private static RuntimeException unexpected(DropReply reply) {
        return new IllegalStateException("A member was answered " + reply);
    }
}
