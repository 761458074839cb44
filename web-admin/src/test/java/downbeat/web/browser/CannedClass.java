package downbeat.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.WebSocketRoute;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A class that stands still at one moment, so that a page can be looked at: it answers {@code connect} and {@code clock} and pushes what there is to see. */
final class CannedClass {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final long begun = System.nanoTime();

    static void openTo(BrowserContext context) {
        context.routeWebSocket("wss://downbeat.test/**", socket -> {
            var canned = new CannedClass();
            socket.onMessage(frame -> canned.answer(socket, read(frame.text())));
        });
    }

    private void answer(WebSocketRoute socket, JsonNode command) {
        var reply = JSON.createObjectNode().put("id", command.path("id").asLong());
        if (command.has("connect")) {
            var connect = (ObjectNode) read(Site.resource("looks/connect.json"));
            connect.put("t", classTime());
            socket.send(reply.set("connect", connect).toString());
            read(Site.resource("looks/pushes.json")).forEach(push -> socket.send(push.toString()));
        } else if (command.has("clock")) {
            var clock = ((ObjectNode) command.get("clock").deepCopy()).put("t", classTime());
            socket.send(reply.set("clock", clock.put("err", 0.5)).toString());
        }
    }

    private double classTime() {
        return 1_000_000 + (System.nanoTime() - begun) / 1e6;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
