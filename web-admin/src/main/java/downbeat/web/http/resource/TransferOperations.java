package downbeat.web.http.resource;

import downbeat.popups.domain.LifeRefusal;
import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUpCommand;
import downbeat.popups.domain.TicketRefusal;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.domain.ticket.Validity;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.TicketCard;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Refusals;
import downbeat.web.http.resource.PopUpShelf.Found;
import downbeat.web.pass.Transfer;
import downbeat.web.pass.TransferCodes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A ticket goes to somebody else: its holder makes a link, and who takes it has the ticket; the passes of before are void then. */
public final class TransferOperations {
    private static final String ONE = "/api/v1/pop-ups/{id}";
    /** The longest token of ours. */
    private static final int LONGEST_CODE = 4096;

    private final PopUpShelf shelf;
    private final TransferCodes codes;

    public TransferOperations(PopUpShelf shelf, TransferCodes codes) {
        this.shelf = shelf;
        this.codes = codes;
    }

    /** @param url of the page that takes it, with the code where no server reads it */
    record TransferJson(String url, String code, Instant expiresAt) {}

    public List<Operation> operations() {
        return List.of(
                Operation.post(
                        "offerTicket",
                        ONE + "/tickets/{ticket}/transfer",
                        Access.SIGNED_IN,
                        Takes.NOTHING,
                        this::offer),
                Operation.post("takeTicket", ONE + "/transfers", Access.SIGNED_IN, Takes.JSON, this::take));
    }

    private CompletionStage<Answer> offer(Call call) {
        var id = call.id("ticket", TicketId::new);
        return shelf.visible(call).thenApply(found -> {
            var ticket = found.card()
                    .ticket(id)
                    .filter(one ->
                            one.holder().filter(call.me().participant()::equals).isPresent())
                    .orElseThrow(Call::notFound);
            refuseUnfit(found.card(), ticket);
            return offered(call, found, ticket);
        });
    }

    private Answer offered(Call call, Found found, TicketCard ticket) {
        var me = call.me();
        var code = codes.sign(
                new Transfer(found.id(), ticket.ticket(), ticket.issue(), ticket.kind(), me.participant(), me.name()));
        var url = "/pop-ups/" + found.id().value() + "/take#" + code.text();
        return Answer.ok(new TransferJson(url, code.text(), code.expiresAt()));
    }

    /** What could not be taken is not offered. */
    private static void refuseUnfit(PopUpCard card, TicketCard ticket) {
        if (card.phase() == Phase.CLOSED || card.phase() == Phase.CANCELLED) {
            throw Refusals.problem(new LifeRefusal.PopUpIsOver(card.phase())).asException();
        }
        if (ticket.validity() != Validity.VALID) {
            throw Refusals.problem(new TicketRefusal.TicketIsVoid(ticket.validity()))
                    .asException();
        }
        if (ticket.entries() > 0) {
            throw Refusals.problem(new TicketRefusal.TicketIsUsed()).asException();
        }
    }

    private CompletionStage<Answer> take(Call call) {
        var code = call.form().only("code").text("code", 1, LONGEST_CODE);
        return shelf.visible(call).thenCompose(found -> {
            var transfer =
                    codes.read(code).filter(it -> it.popUp().equals(found.id())).orElseThrow(TransferOperations::over);
            return isMine(call, found.card(), transfer)
                    ? CompletableFuture.completedStage(mine(call, found.card()))
                    : taken(call, found, transfer);
        });
    }

    private CompletionStage<Answer> taken(Call call, Found found, Transfer transfer) {
        if (found.card()
                .ticket(transfer.ticket())
                .filter(it -> isOffered(it, transfer))
                .isEmpty()) {
            throw over();
        }
        var command = new PopUpCommand.Transfer(
                transfer.ticket(), transfer.giver(), call.me().participant(), Standings.of(call.me()));
        return shelf.ask(call, found.id(), command)
                .thenApply(Refusals::accepted)
                .thenCompose(done -> shelf.read(found.id()))
                .thenApply(card -> mine(call, card));
    }

    /** Still with who offered it; of two who come at the same instant the rules let one have it. */
    private static boolean isOffered(TicketCard ticket, Transfer transfer) {
        return ticket.issue() == transfer.issue()
                && ticket.holder().filter(transfer.giver()::equals).isPresent();
    }

    /** Taken before, by who asks. */
    private static boolean isMine(Call call, PopUpCard card, Transfer transfer) {
        return card.ticket(transfer.ticket())
                .filter(it -> it.issue() == transfer.issue() + 1)
                .flatMap(TicketCard::holder)
                .filter(call.me().participant()::equals)
                .isPresent();
    }

    private static Answer mine(Call call, PopUpCard card) {
        return Answer.ok(GuestJson.of(card, call.me().participant()));
    }

    private static RuntimeException over() {
        return ProblemType.TRANSFER_OVER.at(
                "code", "is too old, or the ticket has gone to somebody else; ask for a new link.");
    }
}
