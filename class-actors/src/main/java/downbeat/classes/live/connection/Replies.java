package downbeat.classes.live.connection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import downbeat.classes.live.clock.RemoteClock;
import org.jspecify.annotations.Nullable;

/** Renders what a connection itself says. */
final class Replies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Replies() {}

    /** @param body the JSON value of the verb */
    static String reply(long id, String verb, String body) {
        return "{\"id\":" + id + "," + quoted(verb) + ":" + body + "}";
    }

    /** @param id null when the frame was too broken to have one */
    static String error(@Nullable Long id, BadCommand why) {
        var error = JSON.objectNode().put("code", why.code()).put("detail", why.detail());
        if (why.name() != null) {
            error.put("field", why.name());
        }
        return "{\"id\":" + id + ",\"error\":" + error + "}";
    }

    static String clock(long id, String t0, RemoteClock clock) {
        return reply(id, "clock", "{\"t0\":" + t0 + "," + time(clock) + "}");
    }

    /** @param body a JSON object, to which the time is added */
    static String connected(long id, String body, RemoteClock clock) {
        return reply(id, "connect", body.substring(0, body.lastIndexOf('}')) + "," + time(clock) + "}");
    }

    private static String time(RemoteClock clock) {
        return clock.known()
                ? "\"t\":" + clock.now().millis() + ",\"err\":" + Math.round(clock.err() * 1000) / 1000.0
                : "\"t\":null,\"err\":null";
    }

    private static String quoted(String text) {
        return JSON.textNode(text).toString();
    }
}
