package downbeat.web.http.resource;

import downbeat.classes.domain.Phase;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.live.LivePlane;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.Role;
import downbeat.web.http.LiveSocket;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Client;
import downbeat.web.http.problem.Problem;
import downbeat.web.identity.JoinTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Hands out join tokens into classes whose lobby is open. */
public final class JoinDoor {
    private final LivePlane plane;
    private final JoinTokens tokens;
    private final PopOperations pops;
    private final RateLimits limits;
    private final Client clients;

    public JoinDoor(LivePlane plane, JoinTokens tokens, PopOperations pops, RateLimits limits, Client clients) {
        this.plane = plane;
        this.tokens = tokens;
        this.pops = pops;
        this.limits = limits;
        this.clients = clients;
    }

    record PassJson(String token, String url, String role, Instant expiresAt, List<PopOperations.PopJson> pops) {}

    /** Asking too often ends the request. */
    void limit(Call call) {
        limits.take(Allowance.JOIN_BY_ACCOUNT, call.me().account().value());
    }

    /** @param counts whether a member who is let in is counted as having asked to be */
    CompletionStage<Answer> open(Call call, ClassCard card, Joiner joiner, boolean counts) {
        checkOpen(card);
        var counted = counts && joiner.role() == Role.MEMBER ? joiner.member() : null;
        return plane.ready(joiner.classId(), card, counted).thenCompose(ready -> pass(call, joiner));
    }

    private CompletionStage<Answer> pass(Call call, Joiner joiner) {
        var token = tokens.sign(joiner, call.me().account());
        var url = clients.webSocketBase(call.request()) + LiveSocket.PATH;
        return pops.all()
                .thenApply(all ->
                        Answer.ok(new PassJson(token.text(), url, joiner.role().name(), token.expiresAt(), all)));
    }

    private static void checkOpen(ClassCard card) {
        checkNotOver(card);
        if (card.phase() == Phase.DRAFT || card.phase() == Phase.SCHEDULED) {
            throw new Problem(
                            409,
                            "lobby-not-open",
                            "Lobby not open",
                            "The lobby of this class is not open yet; it starts at " + card.start() + ".",
                            null,
                            Map.of())
                    .asException();
        }
    }

    static void checkNotOver(ClassCard card) {
        if (card.phase() == Phase.ENDED || card.phase() == Phase.CANCELLED) {
            throw new Problem(
                            410,
                            "class-is-over",
                            "Class is over",
                            "This class is over; nobody can join or lead it.",
                            null,
                            Map.of())
                    .asException();
        }
    }
}
