package downbeat.web.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A device on the live socket, speaking cue.v1. */
public final class LiveDevice implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final AtomicLong ids = new AtomicLong();
    private final WebSocket socket;
    private final JsonNode connected;

    private LiveDevice(String url, String token) {
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("cue.v1")
                .buildAsync(URI.create(url), new Frames(frames))
                .join();
        this.connected = ask("connect", Map.of("token", token, "device", "d-" + ids.get()))
                .get("connect");
    }

    /** Gets a join token for the class at this path and connects with it. */
    public static LiveDevice join(Visitor who, String classPath) {
        var pass = who.post(classPath + "/join").expecting(200).json();
        return new LiveDevice(pass.get("url").asText(), pass.get("token").asText());
    }

    public JsonNode connected() {
        return connected;
    }

    /** Sends a command and waits for its reply. */
    public JsonNode ask(String verb, Object body) {
        var id = ids.incrementAndGet();
        var frame = JSON.createObjectNode().put("id", id);
        frame.set(verb, JSON.valueToTree(body));
        socket.sendText(frame.toString(), true).join();
        return next(f -> f.path("id").asLong() == id);
    }

    /** Waits for a cue of this verb. */
    public JsonNode cue(String verb) {
        return next(f -> f.at("/push/cue/verb").asText().equals(verb)).at("/push/cue");
    }

    private JsonNode next(Predicate<JsonNode> wanted) {
        try {
            for (var frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    frame != null;
                    frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                if (wanted.test(frame)) {
                    return frame;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("the frame that was waited for did not come");
    }

    @Override
    public void close() {
        socket.abort();
    }

    private record Frames(BlockingQueue<JsonNode> frames, StringBuilder part) implements WebSocket.Listener {
        Frames(BlockingQueue<JsonNode> frames) {
            this(frames, new StringBuilder());
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                try {
                    frames.add(JSON.readTree(part.toString()));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
