package downbeat.web.http.resource;

import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpCommand;
import downbeat.popups.domain.PopUpCommand.AcceptOffer;
import downbeat.popups.domain.PopUpCommand.CancelTicket;
import downbeat.popups.domain.PopUpCommand.Confirm;
import downbeat.popups.domain.PopUpCommand.DeclineOffer;
import downbeat.popups.domain.PopUpCommand.JoinWaiting;
import downbeat.popups.domain.PopUpCommand.LeaveWaiting;
import downbeat.popups.domain.PopUpCommand.PlaceHold;
import downbeat.popups.domain.PopUpCommand.ReleaseHold;
import downbeat.popups.domain.PopUpCommand.RevokeTicket;
import downbeat.popups.domain.PopUpCommand.Settle;
import downbeat.popups.domain.PopUpReply;
import downbeat.popups.domain.SaleRefusal;
import downbeat.popups.domain.TicketRefusal;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.reaction.PlaceMoves;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.Refusals;
import downbeat.web.http.resource.GuestJson.HoldJson;
import downbeat.web.http.resource.GuestJson.WaitingJson;
import downbeat.web.identity.token.Derived;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** A guest's places at a pop-up: held, confirmed, waited for, given back. Nothing is paid here: what costs is due at the door. */
public final class TicketOperations {
    private static final String ONE = "/api/v1/pop-ups/{id}";
    private static final String HOLDS = ONE + "/holds";
    private static final String WAITING = ONE + "/waiting";
    private static final String TICKET = ONE + "/tickets/{ticket}";
    private static final boolean NOT_PAID = false;

    private final PopUpShelf shelf;
    private final PlaceMoves moves;
    private final Derived derived;
    private final Clock clock;

    public TicketOperations(PopUpShelf shelf, PlaceMoves moves, Derived derived, Clock clock) {
        this.shelf = shelf;
        this.moves = moves;
        this.derived = derived;
        this.clock = clock;
    }

    /** What somebody gets back who gives a ticket back. */
    record ReturnedJson(boolean late, MoneyJson refund) {}

    public List<Operation> operations() {
        return List.of(
                Operation.post("holdPlaces", HOLDS, Access.SIGNED_IN, Takes.JSON, this::hold)
                        .allowing(Allowance.HOLD_BY_ADDRESS),
                Operation.post(
                        "confirmHold", HOLDS + "/{hold}/confirm", Access.SIGNED_IN, Takes.NOTHING, this::confirm),
                Operation.delete("releaseHold", HOLDS + "/{hold}", Access.SIGNED_IN, this::release),
                Operation.post("joinWaiting", WAITING, Access.SIGNED_IN, Takes.JSON, this::join),
                Operation.delete("leaveWaiting", WAITING, Access.SIGNED_IN, this::leave),
                Operation.post(
                        "acceptPopUpOffer", ONE + "/offer/accept", Access.SIGNED_IN, Takes.NOTHING, this::accept),
                Operation.post(
                        "declinePopUpOffer", ONE + "/offer/decline", Access.SIGNED_IN, Takes.NOTHING, this::decline),
                Operation.post("cancelTicket", TICKET + "/cancel", Access.SIGNED_IN, Takes.NOTHING, this::cancel),
                Operation.post("revokeTicket", TICKET + "/revoke", Access.HOST, Takes.JSON, this::revoke),
                Operation.post("settleTicket", TICKET + "/settle", Access.DOOR, Takes.NOTHING, this::settle));
    }

    /** With an idempotency key the hold's id follows from the key, so that a repeat is the same command. */
    private CompletionStage<Answer> hold(Call call) {
        var form = call.form().only("kind", "count");
        var kind = Parts.id(form, "kind", KindId::new);
        int count = form.integer("count", 1, 20);
        var hold = call.key()
                .map(key -> new HoldId(derived.name("h", me(call).value(), key.value())))
                .orElseGet(() -> new HoldId("h-" + UUID.randomUUID()));
        return ask(call, new PlaceHold(hold, me(call), Standings.of(call.me()), kind, count))
                .thenApply(reply -> switch (reply) {
                    case PopUpReply.Held held ->
                        Answer.created(call.request().getUri().path() + "/" + hold.value(), HoldJson.of(held));
                    default -> throw unexpected(reply);
                });
    }

    private CompletionStage<Answer> confirm(Call call) {
        return asked(call, new Confirm(call.id("hold", HoldId::new), me(call), NOT_PAID));
    }

    private CompletionStage<Answer> release(Call call) {
        return ask(call, new ReleaseHold(call.id("hold", HoldId::new), me(call)))
                .thenApply(done -> Answer.noContent());
    }

    private CompletionStage<Answer> join(Call call) {
        var kind = Parts.id(call.form().only("kind"), "kind", KindId::new);
        return ask(call, new JoinWaiting(me(call), Standings.of(call.me()), kind))
                .thenApply(reply -> switch (reply) {
                    case PopUpReply.Queued queued ->
                        Answer.created(
                                call.request().getUri().path(),
                                new WaitingJson(queued.kind().value(), queued.position()));
                    default -> throw unexpected(reply);
                });
    }

    private CompletionStage<Answer> leave(Call call) {
        return ask(call, new LeaveWaiting(me(call))).thenApply(done -> Answer.noContent());
    }

    /** Who has a place online too is asked which one they mean: nobody gets two without knowing. */
    private CompletionStage<Answer> accept(Call call) {
        return shelf.visible(call)
                .thenCompose(found -> moves.takesPartOnline(found.card(), me(call)))
                .thenCompose(online -> {
                    if (online) {
                        throw Refusals.problem(new TicketRefusal.HasPlaceOnline())
                                .asException();
                    }
                    return asked(call, new AcceptOffer(me(call), NOT_PAID));
                });
    }

    private CompletionStage<Answer> decline(Call call) {
        return ask(call, new DeclineOffer(me(call))).thenApply(done -> Answer.noContent());
    }

    private CompletionStage<Answer> cancel(Call call) {
        return ask(call, new CancelTicket(call.id("ticket", TicketId::new), me(call)))
                .thenApply(TicketOperations::returned);
    }

    /** By the organizer, who says why; everything that was paid is to come back. */
    private CompletionStage<Answer> revoke(Call call) {
        var reason = call.form().only("reason").text("reason", 1, 280);
        var ticket = call.id("ticket", TicketId::new);
        var command = Parts.checked(call.form(), () -> new RevokeTicket(ticket, reason));
        return shelf.own(call)
                .thenCompose(found -> shelf.ask(call, found.id(), command))
                .thenApply(Refusals::accepted)
                .thenApply(TicketOperations::returned);
    }

    private static Answer returned(PopUpReply reply) {
        return switch (reply) {
            case PopUpReply.TicketVoid gone -> Answer.ok(new ReturnedJson(gone.late(), MoneyJson.of(gone.refund())));
            default -> throw unexpected(reply);
        };
    }

    /** Who takes part online instead gives up a place that they are not in. */
    private CompletionStage<Answer> settle(Call call) {
        var ticket = call.id("ticket", TicketId::new);
        return shelf.door(call)
                .thenCompose(at -> shelf.ask(call, at.found().id(), new Settle(ticket)))
                .thenApply(Refusals::accepted)
                .thenApply(done -> Answer.noContent());
    }

    /** Does it and shows what the caller has then. */
    private CompletionStage<Answer> asked(Call call, PopUpCommand command) {
        return shelf.visible(call)
                .thenCompose(found -> shelf.ask(call, found.id(), command)
                        .thenApply(Refusals::accepted)
                        .thenCompose(done -> shelf.read(found.id())))
                .thenApply(card -> Answer.ok(GuestJson.of(card, me(call))));
    }

    private CompletionStage<PopUpReply> ask(Call call, PopUpCommand command) {
        return shelf.visible(call)
                .thenCompose(found -> shelf.ask(call, found.id(), command))
                .thenApply(this::accepted);
    }

    /** When all is held and not sold, it is said when to come again. */
    private PopUpReply accepted(Outcome<PopUpReply> outcome) {
        if (outcome instanceof Outcome.Refused<PopUpReply> refused
                && refused.refusal() instanceof SaleRefusal.AllHeld full) {
            var wait = Duration.between(clock.instant(), full.tryAgainAt());
            throw Refusals.problem(full)
                    .with("Retry-After", Long.toString(Math.max(1, wait.toSeconds() + 1)))
                    .asException();
        }
        return Refusals.accepted(outcome);
    }

    private static ParticipantId me(Call call) {
        return call.me().participant();
    }

    private static RuntimeException unexpected(PopUpReply reply) {
        return new IllegalStateException("A guest was answered " + reply);
    }
}
