package downbeat.web.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.web.api.LiveContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    /** For one frame, whatever else comes meanwhile: a busy machine is slow, not wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        this.connected = answered("connect", Map.of("token", token, "device", "d-" + ids.get()));
    }

    /** Gets a join token for the class at this path and connects with it. */
    public static LiveDevice join(Visitor who, String classPath) {
        return with(who.post(classPath + "/join").expecting(200).json());
    }

    /** Connects with what a request to join was answered with. */
    public static LiveDevice with(JsonNode pass) {
        return new LiveDevice(pass.get("url").asText(), pass.get("token").asText());
    }

    /** What the class said when this device came in. */
    public JsonNode connected() {
        return connected;
    }

    /** Sends a command and waits for its reply, which may be an error. */
    public JsonNode ask(String verb, Object body) {
        var id = ids.incrementAndGet();
        var frame = JSON.createObjectNode().put("id", id);
        frame.set(verb, JSON.valueToTree(body));
        socket.sendText(frame.toString(), true).join();
        var reply = next("the reply to " + frame, f -> f.path("id").asLong() == id);
        if (!reply.has("error")) {
            hold(LiveContract.ofTheNode().faultsOfCommand(frame));
        }
        return reply;
    }

    /** Sends a command to which there is no reply. */
    public void tell(String verb, Object body) {
        var frame = JSON.createObjectNode();
        frame.set(verb, JSON.valueToTree(body));
        hold(LiveContract.ofTheNode().faultsOfCommand(frame));
        socket.sendText(frame.toString(), true).join();
    }

    /** Sends a command that has to be accepted, and returns what its reply says. */
    public JsonNode answered(String verb, Object body) {
        var reply = ask(verb, body);
        if (!reply.has(verb)) {
            throw new AssertionError(verb + " was answered " + reply);
        }
        return reply.get(verb);
    }

    private static void hold(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new AssertionError("Not as api/asyncapi.json says: " + faults);
        }
    }

    /** Waits for a cue of this verb. */
    public JsonNode cue(String verb) {
        return next("a cue " + verb, f -> f.at("/push/cue/verb").asText().equals(verb))
                .at("/push/cue");
    }

    /** Waits for the next push of this channel: what it carries. */
    public JsonNode push(String channel) {
        return push(channel, channel);
    }

    /** The next push on a channel, what is in it under this name. */
    public JsonNode push(String channel, String kind) {
        return next("a push of " + channel, f -> f.at("/push/ch").asText().equals(channel))
                .at("/push/" + kind);
    }

    /** Holds everything that came and nobody has waited for to its description. */
    public void listen() {
        var came = new ArrayList<JsonNode>();
        frames.drainTo(came);
        came.forEach(frame -> hold(LiveContract.ofTheNode().faults(frame)));
    }

    private JsonNode next(String what, Predicate<JsonNode> wanted) {
        var passed = new ArrayList<String>();
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (var frame = until(end); frame != null; frame = until(end)) {
                hold(LiveContract.ofTheNode().faults(frame));
                if (wanted.test(frame)) {
                    return frame;
                }
                passed.add(frame.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError(what + " did not come; what came was " + passed);
    }

    private @Nullable JsonNode until(long end) throws InterruptedException {
        return frames.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
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
