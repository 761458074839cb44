package downbeat.web.http.resource;

import downbeat.popups.domain.TicketRefusal;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.domain.ticket.Validity;
import downbeat.popups.entity.TicketCard;
import downbeat.popups.pass.Pass;
import downbeat.popups.pass.PublishedKey;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Refusals;
import downbeat.web.http.resource.PopUpShelf.Found;
import downbeat.web.pass.PassDocument;
import downbeat.web.pass.PassKeys;
import downbeat.web.pass.QrPicture;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What a guest shows at the door, and the keys it is verified with. */
public final class PassOperations {
    private static final String KEYS = "/api/v1/pass-keys";
    private static final String PASS = "/api/v1/pop-ups/{id}/tickets/{ticket}/pass";

    private final PopUpShelf shelf;
    private final PassKeys keys;
    private final Executor blocking;

    public PassOperations(PopUpShelf shelf, PassKeys keys, Executor blocking) {
        this.shelf = shelf;
        this.blocking = blocking;
        this.keys = keys;
    }

    /** @param text of the code; whoever shows it comes in */
    record PassJson(String popUp, String ticket, int issue, int key, String text) {
        static PassJson of(Pass pass, PassKeys.Signed signed) {
            return new PassJson(
                    pass.popUp().value(),
                    pass.ticket().value(),
                    pass.issue(),
                    signed.key().value(),
                    signed.text());
        }

        Answer tagged(Answer answer) {
            return answer.with("ETag", "\"" + ticket + "-" + issue + "-" + key + "\"");
        }
    }

    /** A ticket of the caller, and the pass of now. */
    private record Shown(Found found, TicketCard ticket, Pass pass, PassKeys.Signed signed) {
        PassJson json() {
            return PassJson.of(pass, signed);
        }

        Answer tagged(Answer answer) {
            return json().tagged(answer);
        }
    }

    /** As a JWK Set has it (RFC 7517, RFC 8037). */
    record KeyJson(String kty, String crv, String kid, String x) {
        static KeyJson of(PublishedKey key) {
            return new KeyJson("OKP", "Ed25519", Integer.toString(key.number().value()), key.key());
        }
    }

    record KeysJson(List<KeyJson> keys) {
        KeysJson {
            keys = List.copyOf(keys);
        }
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "showPass",
                        PASS,
                        Access.SIGNED_IN,
                        call -> pass(call).thenApply(it -> it.tagged(Answer.ok(it.json())))),
                Operation.get(
                        "showPassPicture",
                        PASS + ".png",
                        Access.SIGNED_IN,
                        call -> pass(call)
                                .thenApply(it -> it.tagged(Answer.bytes(
                                        "image/png", QrPicture.png(it.signed().text()))))),
                Operation.get(
                        "showPassDocument",
                        PASS + ".pdf",
                        Access.SIGNED_IN,
                        call -> pass(call).thenApplyAsync(PassOperations::document, blocking)),
                Operation.get("listPassKeys", KEYS, Access.ANYONE, call -> keys()),
                Operation.post("rotatePassKeys", KEYS, Access.ADMIN, Takes.NOTHING, call -> rotate()));
    }

    /** It never expires by itself: a pop-up that moves needs no new passes, and whether the ticket is good the door knows. */
    private CompletionStage<Shown> pass(Call call) {
        var id = call.id("ticket", TicketId::new);
        return shelf.visible(call).thenApply(found -> {
            var ticket = found.card()
                    .ticket(id)
                    .filter(t ->
                            t.holder().filter(call.me().participant()::equals).isPresent())
                    .orElseThrow(Call::notFound);
            refuseVoid(ticket);
            var pass = new Pass(found.id(), id, ticket.issue(), Optional.empty());
            return new Shown(found, ticket, pass, keys.sign(pass));
        });
    }

    private static Answer document(Shown shown) {
        var sheet = PassPaper.of(
                shown.found().card(), shown.ticket(), shown.signed().text());
        var name = "pass-" + shown.ticket().ticket().value() + ".pdf";
        return shown.tagged(Answer.bytes("application/pdf", PassDocument.pdf(sheet)))
                .with("Content-Disposition", "inline; filename=\"" + name + "\"");
    }

    private static void refuseVoid(TicketCard ticket) {
        if (ticket.validity() != Validity.VALID) {
            throw Refusals.problem(new TicketRefusal.TicketIsVoid(ticket.validity()))
                    .asException();
        }
    }

    /** The new key is published now and signs when every node knows it; those of before go on verifying. */
    private CompletionStage<Answer> rotate() {
        return CompletableFuture.supplyAsync(keys::rotate, blocking).thenApply(made -> {
            var key = made.orElseThrow(() -> ProblemType.NO_KEY_LEFT
                    .saying("All numbers that a pass can name are used; the newest key goes on signing.")
                    .asException());
            return Answer.created(KEYS, KeyJson.of(key));
        });
    }

    private CompletionStage<Answer> keys() {
        return Answer.ok(new KeysJson(keys.published().stream().map(KeyJson::of).toList()))
                .now();
    }
}
