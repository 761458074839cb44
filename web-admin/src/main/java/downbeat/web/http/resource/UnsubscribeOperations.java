package downbeat.web.http.resource;

import downbeat.kernel.ParticipantId;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.page.UnsubscribePage;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.identity.view.MemberNames;
import downbeat.web.outbox.LetterLinks;
import downbeat.web.outbox.Outbox;
import downbeat.web.outbox.UnsubscribeTokens;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Ends letters to somebody by a link in one of them, from the mail program (RFC 8058) or on a small page. */
public final class UnsubscribeOperations {
    private static final String LINK = LetterLinks.UNSUBSCRIBE + "{token}";

    private final UnsubscribeTokens tokens;
    private final Outbox outbox;
    private final MemberNames names;
    private final UnsubscribePage page;
    private final Executor blocking;

    public UnsubscribeOperations(
            UnsubscribeTokens tokens, Outbox outbox, MemberNames names, UnsubscribePage page, Executor blocking) {
        this.tokens = tokens;
        this.outbox = outbox;
        this.names = names;
        this.page = page;
        this.blocking = blocking;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("askToUnsubscribe", LINK, Access.LINK, call -> answered(call, this::ask))
                        .allowing(Allowance.UNSUBSCRIBE_BY_ADDRESS),
                Operation.post("unsubscribe", LINK, Access.LINK, Takes.ONE_CLICK, call -> answered(call, this::end))
                        .allowing(Allowance.UNSUBSCRIBE_BY_ADDRESS));
    }

    private CompletionStage<Answer> answered(Call call, Function<ParticipantId, Answer> answer) {
        var reader = tokens.read(call.holes().getOrDefault("token", ""))
                .orElseThrow(() -> ProblemType.NOT_FOUND
                        .saying("This link ends nobody's e-mail: it is not whole. Take it from the letter once more.")
                        .asException());
        return CompletableFuture.supplyAsync(() -> answer.apply(reader), blocking);
    }

    /** Mail scanners look at every link: looking changes nothing. */
    private Answer ask(ParticipantId reader) {
        return page(outbox.wantsMail(reader) ? page.question() : page.ended());
    }

    private Answer end(ParticipantId reader) {
        outbox.wish(reader, false);
        var done = page(page.ended());
        return names.accountOf(reader).map(done::by).orElse(done);
    }

    private static Answer page(byte[] html) {
        return Answer.bytes("text/html; charset=UTF-8", html)
                .with("Content-Security-Policy", UnsubscribePage.POLICY)
                .with("X-Robots-Tag", "noindex");
    }
}
