package downbeat.web.http.resource;

import akka.Done;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.view.ClassBoard;
import downbeat.cluster.node.NodeContext;
import downbeat.drops.entity.Drops;
import downbeat.drops.view.DropBoard;
import downbeat.popups.entity.PopUps;
import downbeat.popups.view.PopUpBoard;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Client;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Sessions;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.Problem.Open;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.identity.Identity;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Deletes everything that is stored about people who ask for it (GDPR, article 17). */
public final class ErasureOperations {
    private final Identity identity;
    private final StillOpen stillOpen;
    private final Sessions sessions;
    private final RateLimits limits;
    private final Client clients;

    public ErasureOperations(
            NodeContext node, Sessions sessions, RateLimits limits, Client clients, Executor blocking) {
        this.identity = node.find(Identity.class);
        this.stillOpen = new StillOpen(
                new StillOpen.Records(
                        node.find(ClassBoard.class),
                        node.find(LiveClasses.class),
                        node.find(PopUpBoard.class),
                        node.find(PopUps.class),
                        node.find(DropBoard.class),
                        node.find(Drops.class)),
                node.clock(),
                blocking);
        this.sessions = sessions;
        this.limits = limits;
        this.clients = clients;
    }

    public List<Operation> operations() {
        return List.of(Operation.post("eraseMe", "/api/v1/me/erasure", Access.SIGNED_IN, Takes.JSON, this::erase)
                .allowing(Allowance.SIGN_IN_BY_ADDRESS));
    }

    /** Whoever found an open page is not whoever knows the password. */
    private CompletionStage<Answer> erase(Call call) {
        var me = call.me();
        var password = call.form().only("password").secret("password", 1, 128);
        limits.take(Allowance.SIGN_IN_BY_ACCOUNT, me.account().value());
        return identity.knows(me.account(), password)
                .thenCompose(right -> right ? stillOpen.of(me) : wrong())
                .thenCompose(open -> open.isEmpty() ? identity.erase(me) : refuse(open))
                .thenApply(
                        done -> Answer.noContent().with("Set-Cookie", sessions.close(clients.https(call.request()))));
    }

    private static CompletionStage<List<Open>> wrong() {
        throw ProblemType.WRONG_PASSWORD.at("password", "is not that of your account; nothing was deleted.");
    }

    private static CompletionStage<Done> refuse(List<Open> open) {
        throw ProblemType.STILL_OPEN
                .saying(
                        "Others count on you for these, or they are still to come: end them first. Nothing was deleted.")
                .with(open)
                .asException();
    }
}
