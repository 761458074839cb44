package downbeat.web.http;

import akka.http.javadsl.model.AttributeKeys;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.ws.WebSocketUpgrade;
import downbeat.web.http.guard.SameOrigin;
import downbeat.web.http.problem.ProblemType;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;

/** The door of the live plane: only WebSockets that speak cue.v1, and from our own pages if from pages at all. */
public final class LiveSocket {
    /** Where it is. */
    public static final String PATH = "/api/v1/live";
    /** What it speaks. */
    public static final String PROTOCOL = "cue.v1";

    private final SameOrigin sameOrigin;
    private final BiFunction<WebSocketUpgrade, HttpRequest, HttpResponse> connections;

    /** {@code connections}: answers an upgrade that offers {@link #PROTOCOL}. */
    public LiveSocket(SameOrigin sameOrigin, BiFunction<WebSocketUpgrade, HttpRequest, HttpResponse> connections) {
        this.sameOrigin = sameOrigin;
        this.connections = connections;
    }

    HttpResponse answer(HttpRequest request) {
        var upgrade = request.getAttribute(AttributeKeys.webSocketUpgrade)
                .orElseThrow(() -> ProblemType.UPGRADE_REQUIRED
                        .saying("Open a WebSocket here with the subprotocol " + PROTOCOL + ".")
                        .with("Upgrade", "websocket")
                        .asException());
        sameOrigin.check(request);
        var offered = StreamSupport.stream(upgrade.getRequestedProtocols().spliterator(), false)
                .toList();
        if (!offered.contains(PROTOCOL)) {
            throw ProblemType.BAD_SUBPROTOCOL.at(
                    "Sec-WebSocket-Protocol", "must be " + PROTOCOL + "; offered was " + offered + ".");
        }
        return connections.apply(upgrade, request);
    }
}
