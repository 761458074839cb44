package downbeat.web.http.resource;

import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.identity.Identity;
import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What somebody was told of pop-ups, and whether it comes by e-mail too. */
public final class MailboxOperations {
    private static final String POST = "/api/v1/me/post";

    private final Outbox outbox;
    private final Identity identity;
    private final Paging paging;
    private final Executor blocking;

    public MailboxOperations(Outbox outbox, Identity identity, Paging paging, Executor blocking) {
        this.outbox = outbox;
        this.identity = identity;
        this.paging = paging;
        this.blocking = blocking;
    }

    record PopUpNameJson(String id, String title) {}

    /** A message to its reader. */
    record ReceivedJson(String id, PopUpNameJson popUp, String topic, String subject, String text, Instant at) {
        static ReceivedJson of(Outbox.Received received) {
            var message = received.message();
            return new ReceivedJson(
                    message.id().value(),
                    new PopUpNameJson(message.popUp().value(), received.popUpTitle()),
                    message.topic().name(),
                    message.said().subject(),
                    message.said().words(),
                    message.at());
        }
    }

    /**
     * @param wanted whether they take messages by e-mail
     * @param leaves whether this installation sends any
     */
    record PostJson(boolean wanted, boolean leaves, String address) {}

    public List<Operation> operations() {
        return List.of(
                Operation.get("listMyMessages", "/api/v1/me/messages", Access.SIGNED_IN, this::list)
                        .knowing("cursor"),
                Operation.get("showMyPost", POST, Access.SIGNED_IN, this::post),
                Operation.put("editMyPost", POST, Access.SIGNED_IN, this::edit));
    }

    private CompletionStage<Answer> list(Call call) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var all = outbox.readBy(call.me().participant());
                    var page = paging.of(
                            call, "my-messages", all, r -> r.message().id().value());
                    return Answer.ok(new PageJson<>(
                            page.rows().stream().map(ReceivedJson::of).toList(), page.next()));
                },
                blocking);
    }

    private CompletionStage<Answer> post(Call call) {
        return identity.addressOf(call.me().account())
                .thenApplyAsync(
                        address -> Answer.ok(new PostJson(
                                outbox.wantsMail(call.me().participant()),
                                outbox.sends(),
                                address.map(EmailAddress::value).orElse(""))),
                        blocking);
    }

    /** The whole of it is one switch: who puts it last has it their way. */
    private CompletionStage<Answer> edit(Call call) {
        var form = call.form().only("wanted");
        var wanted = form.flag("wanted");
        return CompletableFuture.runAsync(() -> outbox.wish(call.me().participant(), wanted), blocking)
                .thenCompose(done -> post(call));
    }
}
