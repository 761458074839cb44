package downbeat.classes.live.socket;

import akka.http.impl.engine.server.UpgradeToOtherProtocolResponseHeader;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.ws.Message;
import akka.http.javadsl.model.ws.WebSocketUpgrade;
import akka.stream.javadsl.BidiFlow;
import akka.stream.javadsl.Flow;
import akka.util.ByteString;
import java.util.ArrayList;

/**
 * Answers a WebSocket handshake with our own frame layer.
 *
 * <p>Akka HTTP 10.5.3 can close with 1000, 1002 or 1011 only. Its handshake ends in a response header that names the flow
 * of bytes to go on with; this puts {@link SocketStage} there. The header's class is not part of Akka's API, which is
 * safe because the version is pinned, and the test of this package fails should it ever go.
 */
public final class SocketDoor {
    private SocketDoor() {}

    /** @param handler ends the socket by failing with {@link SocketClosed}; completing closes with 1000 */
    public static HttpResponse answer(WebSocketUpgrade upgrade, Flow<Message, Message, ?> handler, String protocol) {
        var response = upgrade.handleMessagesWith(handler, protocol);
        var bytes = BidiFlow.fromGraph(new SocketStage()).join(handler).asScala();
        var headers = new ArrayList<HttpHeader>();
        for (var header : response.getHeaders()) {
            headers.add(header instanceof UpgradeToOtherProtocolResponseHeader ? switchTo(bytes) : header);
        }
        return response.withHeaders(headers);
    }

    private static HttpHeader switchTo(akka.stream.scaladsl.Flow<ByteString, ByteString, ?> bytes) {
        @SuppressWarnings("unchecked") // the materialized value is ignored
        var flow = (akka.stream.scaladsl.Flow<ByteString, ByteString, Object>) bytes;
        return new UpgradeToOtherProtocolResponseHeader(flow);
    }
}
