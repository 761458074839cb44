package downbeat.web.http.operation;

import akka.actor.ClassicActorSystemProvider;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import downbeat.kernel.AccountId;
import downbeat.popups.domain.door.DeviceId;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.guard.SameOrigin;
import downbeat.web.http.operation.Operations.Match;
import downbeat.web.http.problem.Problem;
import downbeat.web.http.problem.ProblemException;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Problems;
import downbeat.web.identity.Caller;
import downbeat.web.identity.audit.AuditEntry;
import downbeat.web.identity.audit.AuditTrail;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

/** Leads a request through the operation table: origin, limits, caller, access, query, body, handler, trail. */
public final class Router {
    private final Operations operations;
    private final SameOrigin sameOrigin;
    private final RateLimits limits;
    private final Sessions sessions;
    private final Client clients;
    private final Repeats repeats;
    private final AuditTrail trail;
    private final Clock clock;
    private final Bodies bodies;
    private final Replies replies = new Replies();

    public Router(
            Operations operations,
            SameOrigin sameOrigin,
            RateLimits limits,
            Sessions sessions,
            Client clients,
            Repeats repeats,
            AuditTrail trail,
            Clock clock,
            ClassicActorSystemProvider system) {
        this.operations = operations;
        this.sameOrigin = sameOrigin;
        this.limits = limits;
        this.sessions = sessions;
        this.clients = clients;
        this.repeats = repeats;
        this.trail = trail;
        this.clock = clock;
        this.bodies = new Bodies(system);
    }

    /** Never fails: whatever goes wrong is a problem document. */
    public CompletionStage<HttpResponse> handle(HttpRequest request) {
        CompletionStage<HttpResponse> response;
        try {
            var match = operations.find(request.method().name(), segments(request));
            response = answer(request, match);
        } catch (RuntimeException e) {
            response = CompletableFuture.failedFuture(e);
        }
        return response.exceptionallyCompose(
                e -> bodies.discard(request).thenApply(done -> Problems.response(Problems.of(e))));
    }

    /** One thing has one address: an empty segment, at the end too, leads nowhere. */
    private static List<String> segments(HttpRequest request) {
        var path = request.getUri().path();
        if (path.endsWith("/") || path.contains("//")) {
            throw Call.notFound();
        }
        return StreamSupport.stream(request.getUri().pathSegments().spliterator(), false)
                .toList();
    }

    private CompletionStage<HttpResponse> answer(HttpRequest request, Match match) {
        var operation = match.operation();
        var client = clients.address(request);
        if (operation.mutates() && operation.access() != Access.LINK) {
            sameOrigin.check(request);
        }
        limits.take(operation.allowance(), client);
        return caller(request, operation).thenCompose(caller -> {
            var door = sessions.door(request);
            check(operation, new Call(operation, request, match.holes(), Map.of(), caller, door, new byte[0], client));
            var query = query(request, operation);
            return bodies.read(request, operation.takes())
                    .thenCompose(body ->
                            run(new Call(operation, request, match.holes(), query, caller, door, body, client)));
        });
    }

    private CompletionStage<Optional<Caller>> caller(HttpRequest request, Operation operation) {
        return operation.access() == Access.LINK
                ? CompletableFuture.completedFuture(Optional.empty())
                : sessions.caller(request);
    }

    /** Somebody known who tries what is not theirs is written down too. */
    private void check(Operation operation, Call call) {
        try {
            operation.access().check(call.caller(), call.door());
        } catch (ProblemException denied) {
            if (call.caller().isPresent()) {
                audit(call, denied.problem().status(), Optional.empty());
            }
            throw denied;
        }
    }

    /** Bytes that were only sent to be measured have changed nothing: the trail has them only where they were refused. */
    private CompletionStage<HttpResponse> run(Call call) {
        CompletionStage<Answer> answer;
        try {
            if (call.operation().takes().kind() == Takes.Kind.NOTHING) {
                refuseFields(call);
            }
            answer = repeats.once(call, call.operation().handler());
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.handle((success, failure) -> {
            Optional<Problem> problem = Optional.ofNullable(failure).map(Problems::of);
            if (problem.isPresent() || call.operation().takes().kind() != Takes.Kind.LOAD) {
                audit(
                        call,
                        problem.map(Problem::status).orElseGet(() -> success.status()),
                        Optional.ofNullable(success));
            }
            return problem.map(Problems::response).orElseGet(() -> replies.response(call.request(), success));
        });
    }

    private static void refuseFields(Call call) {
        if (call.operation().mutates() && call.body().length > 0) {
            call.form().only();
        }
    }

    /** What was made is named by its own address, not by that of the list it went into. */
    private void audit(Call call, int status, Optional<Answer> success) {
        if (call.operation().mutates()) {
            var actor = success.flatMap(Answer::actor).or(() -> actor(call));
            var who = call.caller().map(Caller::account).or(() -> actor.map(Actor::account));
            var path = path(call);
            var object = success.map(Answer::headers)
                    .map(h -> h.getOrDefault("Location", path))
                    .orElse(path);
            trail.write(new AuditEntry(
                    clock.instant(),
                    who.map(AccountId::value).orElse(AuditEntry.NOBODY),
                    call.operation().action().apply(call),
                    object,
                    status,
                    call.client(),
                    actor.flatMap(Actor::device).map(DeviceId::value)));
        }
    }

    /** A token that opens something is nobody's to read in the trail. */
    private static String path(Call call) {
        return call.operation().access() == Access.LINK
                ? call.operation().path().text()
                : call.request().getUri().path();
    }

    /** The device through which something is done at a door, and who invited it. */
    private static Optional<Actor> actor(Call call) {
        return call.operation().access() == Access.DOOR
                ? call.door().map(door -> new Actor(door.invitedBy(), Optional.of(door.device())))
                : Optional.empty();
    }

    private static Map<String, String> query(HttpRequest request, Operation operation) {
        var known = new HashMap<String, String>();
        for (var pair : request.getUri().query().toList()) {
            var name = pair.first();
            if (!operation.query().contains(name)) {
                throw ProblemType.UNKNOWN_QUERY.at(
                        name.length() > 64 ? name.substring(0, 64) : name,
                        operation.query().isEmpty()
                                ? "is not known here: no parameters are."
                                : "is not known here; known are " + String.join(", ", operation.query()) + ".");
            }
            known.put(name, pair.second());
        }
        return known;
    }
}
