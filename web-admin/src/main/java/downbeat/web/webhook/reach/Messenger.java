package downbeat.web.webhook.reach;

import akka.Done;
import akka.actor.ClassicActorSystemProvider;
import akka.http.javadsl.ClientTransport;
import akka.http.javadsl.ConnectionContext;
import akka.http.javadsl.Http;
import akka.http.javadsl.HttpsConnectionContext;
import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.HttpCharsets;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.headers.Connection;
import akka.http.javadsl.model.headers.ProductVersion;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.model.headers.UserAgent;
import akka.http.javadsl.settings.ClientConnectionSettings;
import akka.stream.javadsl.Flow;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import downbeat.web.webhook.domain.Answered;
import downbeat.web.webhook.reach.Endpoint.Unusable;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.concurrent.duration.FiniteDuration;

/**
 * Takes one message to an endpoint over a connection of its own, made to the very address that was looked at, while certificate, SNI and Host keep the name. Redirects
 * are not followed. What is answered beside the status is read up to {@value #MOST_READ} bytes and let go.
 */
public final class Messenger {
    private static final Logger log = LoggerFactory.getLogger(Messenger.class);

    /** As long as Standard Webhooks lets an endpoint take at least. */
    public static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long MOST_READ = 8 * 1024;
    private static final ContentType.WithFixedCharset CLOUD_EVENT = MediaTypes.applicationWithFixedCharset(
                    "cloudevents+json", HttpCharsets.UTF_8)
            .toContentType();

    private final ClassicActorSystemProvider system;
    private final Way way;
    private final Executor lookups;
    private final Clock clock;
    private final Duration timeout;
    private final HttpsConnectionContext tls;

    /**
     * @param lookups where names are looked up, which blocks
     * @param timeout for all of it
     */
    public Messenger(
            ClassicActorSystemProvider system,
            Way way,
            Executor lookups,
            Clock clock,
            Duration timeout,
            SSLContext trusted) {
        this.system = system;
        this.way = way;
        this.lookups = lookups;
        this.clock = clock;
        this.timeout = timeout;
        this.tls = ConnectionContext.httpsClient(trusted);
    }

    private record Route(Endpoint endpoint, InetSocketAddress address) {}

    /** Never fails: what goes wrong is an answer too. */
    public CompletionStage<Answered> post(String url, Map<String, String> headers, String body) {
        return CompletableFuture.supplyAsync(() -> route(url), lookups)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(route -> send(route, request(route.endpoint(), headers, body)))
                .exceptionally(e -> Answered.silent(why(e)));
    }

    private Route route(String url) {
        try {
            var endpoint = way.read(url);
            return new Route(endpoint, way.to(endpoint));
        } catch (Unusable e) {
            throw new CompletionException(e);
        }
    }

    private static HttpRequest request(Endpoint endpoint, Map<String, String> headers, String body) {
        List<HttpHeader> all = headers.entrySet().stream()
                .map(header -> (HttpHeader) RawHeader.create(header.getKey(), header.getValue()))
                .toList();
        return HttpRequest.POST(endpoint.target())
                .withEntity(HttpEntities.create(CLOUD_EVENT, body.getBytes(StandardCharsets.UTF_8)))
                .addHeaders(all)
                .addHeader(Connection.create("close"));
    }

    private CompletionStage<Answered> send(Route route, HttpRequest request) {
        return Source.single(request)
                .via(connection(route))
                .completionTimeout(timeout)
                .runWith(Sink.head(), system)
                .thenApply(response -> {
                    letGo(response);
                    return Answered.with(
                            response.status().intValue(),
                            response.getHeader("Retry-After").map(HttpHeader::value),
                            clock.instant());
                });
    }

    private Flow<HttpRequest, HttpResponse, ?> connection(Route route) {
        var settings = ClientConnectionSettings.create(system.classicSystem())
                .withTransport(ClientTransport.withCustomResolver(
                        (host, port) -> CompletableFuture.completedStage(route.address())))
                .withConnectingTimeout(scala(CONNECT))
                .withUserAgentHeader(Optional.of(UserAgent.create(ProductVersion.create("Downbeat", "1"))))
                .withIdleTimeout(scala(timeout));
        var builder = Http.get(system)
                .connectionTo(route.endpoint().hostInUrl())
                .toPort(route.endpoint().port())
                .withClientConnectionSettings(settings);
        return route.endpoint().secure()
                ? builder.withCustomHttpsConnectionContext(tls).https()
                : builder.http();
    }

    private static FiniteDuration scala(Duration length) {
        return FiniteDuration.fromNanos(length.toNanos());
    }

    /** Nothing of it is looked at: some is read so that a usual answer ends its connection in peace. */
    private void letGo(HttpResponse response) {
        response.entity()
                .getDataBytes()
                .completionTimeout(CONNECT)
                .limitWeighted(MOST_READ, bytes -> (long) bytes.size())
                .runWith(Sink.ignore(), system)
                .exceptionally(tooLongOrBroken -> Done.getInstance());
    }

    private static String why(Throwable failure) {
        var cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof Unusable unusable) {
            return "The address " + unusable.sentence();
        }
        if (cause instanceof TimeoutException) {
            return "The endpoint did not answer in time.";
        }
        var tls = Optional.of(cause).filter(it -> it instanceof SSLException || it.getCause() instanceof SSLException);
        if (tls.isPresent()) {
            return "No safe connection: the certificate of the endpoint is not trusted, or not for this name.";
        }
        log.debug("An endpoint was not reached", cause);
        return "The endpoint cannot be reached.";
    }
}
