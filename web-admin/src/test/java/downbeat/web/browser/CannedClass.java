package downbeat.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.WebSocketRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A class that stands still at one moment, so that a page can be looked at: it answers every command and pushes what there is to see. */
final class CannedClass {
    /** Class time when a device connects, ms. */
    static final double OPENS = 1_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private final JsonNode pushes;
    private final JsonNode connected;
    private final boolean full;
    private long begun;
    private double begunAt;

    private CannedClass(JsonNode pushes, JsonNode connected, boolean full) {
        this.pushes = pushes;
        this.connected = connected;
        this.full = full;
    }

    /** Opens one to all sockets of a browser, with the pushes the looks are made of. */
    static CannedClass openTo(BrowserContext context) {
        return openTo(context, Site.resource("looks/pushes.json"));
    }

    /** The same with other pushes: a JSON array of frames. */
    static CannedClass openTo(BrowserContext context, String pushes) {
        return openTo(context, pushes, "{}");
    }

    /** The same in another state: a JSON object whose fields stand for those of the class that stands still. */
    static CannedClass openTo(BrowserContext context, String pushes, String state) {
        var connected = (ObjectNode) read(Site.resource("looks/connect.json"));
        ((ObjectNode) connected.get("state")).setAll((ObjectNode) read(state));
        return open(context, new CannedClass(read(pushes), connected, false));
    }

    /** One that lets nobody in, and tells everybody these pushes while they wait. */
    static CannedClass fullTo(BrowserContext context, String pushes) {
        return open(context, new CannedClass(read(pushes), JSON.createObjectNode(), true));
    }

    private static CannedClass open(BrowserContext context, CannedClass canned) {
        context.routeWebSocket(
                "wss://downbeat.test/**",
                socket -> socket.onMessage(frame -> canned.answer(socket, read(frame.text()))));
        return canned;
    }

    /** The instant of a class time for the device that connected last, in ms of the epoch. */
    double instantOf(double classTime) {
        return begunAt + classTime - OPENS;
    }

    private void answer(WebSocketRoute socket, JsonNode command) {
        var verb = List.copyOf(command.properties()).stream()
                .map(field -> field.getKey())
                .filter(name -> !name.equals("id"))
                .findFirst()
                .orElseThrow();
        if (!command.has("id")) {
            return;
        }
        if (verb.equals("connect")) {
            begun = System.nanoTime();
            begunAt = System.currentTimeMillis();
        }
        if (verb.equals("connect") && full) {
            pushes.forEach(push -> socket.send(push.toString()));
            return;
        }
        var reply = JSON.createObjectNode().put("id", command.path("id").asLong());
        socket.send(reply.set(verb, body(verb, command.get(verb))).toString());
        if (verb.equals("connect")) {
            pushes.forEach(push -> socket.send(push.toString()));
        }
    }

    private JsonNode body(String verb, JsonNode asked) {
        return switch (verb) {
            case "connect" -> ((ObjectNode) connected.deepCopy()).put("t", classTime());
            case "clock" ->
                ((ObjectNode) asked.deepCopy()).put("t", classTime()).put("err", 0.5);
            default -> JSON.createObjectNode();
        };
    }

    private double classTime() {
        return OPENS + (System.nanoTime() - begun) / 1e6;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
