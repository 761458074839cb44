package downbeat.web.http;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Adapter;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.settings.ServerSettings;
import com.typesafe.config.ConfigFactory;
import downbeat.cluster.node.NodeStartException;
import downbeat.web.http.guard.Crowding;
import downbeat.web.http.guard.SecurityHeaders;
import downbeat.web.http.operation.Client;
import downbeat.web.http.operation.Router;
import downbeat.web.http.page.Pages;
import downbeat.web.http.page.PublicPages;
import downbeat.web.http.problem.Problems;
import downbeat.web.outbox.LetterLinks;
import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Listens, and hands each request to the socket, the pages or the operation table. */
public final class HttpServer {
    /** How long requests under way may still take when the node stops. */
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(5);

    private final ActorSystem<?> system;
    private final Router router;
    private final Crowding crowding;
    private final Pages pages;
    private final PublicPages publicPages;
    private final LiveSocket socket;
    private final Client clients;

    public HttpServer(
            ActorSystem<?> system,
            Router router,
            Crowding crowding,
            Pages pages,
            PublicPages publicPages,
            LiveSocket socket,
            Client clients) {
        this.system = system;
        this.router = router;
        this.crowding = crowding;
        this.pages = pages;
        this.publicPages = publicPages;
        this.socket = socket;
        this.clients = clients;
    }

    /** Completes when requests are taken; fails with a {@link NodeStartException} if the port cannot be had. */
    public CompletionStage<ServerBinding> bind(String host, int port) {
        var config = ConfigFactory.parseResources("downbeat-http.conf")
                .withFallback(system.settings().config())
                .resolve();
        return Http.get(Adapter.toClassic(system))
                .newServerAt(host, port)
                .withSettings(ServerSettings.create(config))
                .bind(this::handle)
                .exceptionallyCompose(e -> CompletableFuture.failedFuture(cannotListen(host, port, e)))
                .thenApply(binding -> binding.addToCoordinatedShutdown(LAST_REQUESTS, Adapter.toClassic(system)));
    }

    private static NodeStartException cannotListen(String host, int port, Throwable failure) {
        var causes = Stream.iterate(failure, c -> c != null, Throwable::getCause);
        var why = causes.anyMatch(BindException.class::isInstance)
                ? "it is in use by another program or not an address of this machine; choose another with --port"
                : String.valueOf(Problems.unwrap(failure).getMessage());
        return new NodeStartException("Cannot listen on " + host + " port " + port + ": " + why + ".", failure);
    }

    private CompletionStage<HttpResponse> handle(HttpRequest request) {
        var https = clients.https(request);
        return answer(request).thenApply(response -> SecurityHeaders.on(response, https));
    }

    /** A person in a browser gets a page where a program gets a problem document; what is under /api is for programs, but for links in letters. */
    private HttpResponse readable(HttpRequest request, HttpResponse response) {
        var path = request.getUri().path();
        var person = request.method().name().equals("GET")
                && (!path.startsWith("/api/") || path.startsWith(LetterLinks.UNSUBSCRIBE))
                && request.getHeader("Accept")
                        .filter(accept -> accept.value().contains("text/html"))
                        .isPresent();
        if (!person || response.status().intValue() != 404) {
            return response;
        }
        response.discardEntityBytes(system);
        return pages.missing();
    }

    private CompletionStage<HttpResponse> answer(HttpRequest request) {
        try {
            if (request.getUri().path().equals(LiveSocket.PATH)) {
                return CompletableFuture.completedFuture(socket.answer(request));
            }
            return page(request).orElseGet(() -> routed(request).thenApply(response -> readable(request, response)));
        } catch (RuntimeException e) {
            request.discardEntityBytes(system);
            return CompletableFuture.completedFuture(Problems.response(Problems.of(e)));
        }
    }

    /** Whether a node lives is asked, and answered, in any crowd. */
    private CompletionStage<HttpResponse> routed(HttpRequest request) {
        return request.getUri().path().startsWith("/api/")
                ? crowding.answer(request, router::handle)
                : router.handle(request);
    }

    private Optional<CompletionStage<HttpResponse>> page(HttpRequest request) {
        if (!request.method().name().equals("GET")) {
            return Optional.empty();
        }
        return publicPages
                .find(request)
                .map(page -> page.exceptionally(e -> Problems.response(Problems.of(e))))
                .or(() -> pages.find(request).map(CompletableFuture::completedFuture));
    }
}
