package downbeat.web.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A device as a good client writes it: it keeps its position, comes back after every close, at another node if need be, and
 * notes the cues it holds.
 */
final class Device implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration BEFORE_COMING_BACK = Duration.ofMillis(200);
    private static final long PATIENCE_SECONDS = 12;

    /** A cue as it came. */
    record Held(String epoch, long gen, long offset, String cueId) {}

    private final List<Visitor> doors;
    private final String classPath;
    private final String name;
    private final List<Held> held = new ArrayList<>();
    private final List<Boolean> returns = new ArrayList<>();
    private final Queue<Integer> closes = new ConcurrentLinkedQueue<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile @Nullable Line line;
    private volatile boolean open = true;

    /** @param doors the person at each node, the nearest first */
    Device(String name, List<Visitor> doors, String classPath) {
        this.name = name;
        this.doors = doors;
        this.classPath = classPath;
        Thread.ofPlatform().daemon().name("device-" + name).start(this::live);
    }

    private void live() {
        for (int door = 0; open; door++) {
            try {
                Line own = new Line(doors.get(door % doors.size()));
                own.connect();
                line = own;
                own.closed.join();
            } catch (RuntimeException | AssertionError | IOException notThere) {
                line = null;
            }
            line = null;
            LockSupport.parkNanos(BEFORE_COMING_BACK.toNanos());
        }
    }

    boolean connected() {
        return line != null;
    }

    /** The reply to a command; empty JSON if the line broke first: then the caller asks again, with the same cue id. */
    JsonNode ask(String verb, Object body) {
        Line own = line;
        return own == null ? JSON.createObjectNode() : own.ask(verb, JSON.valueToTree(body));
    }

    /** The cues it holds, in the order they came. */
    List<Held> held() {
        synchronized (held) {
            return List.copyOf(held);
        }
    }

    /** For each time it came back with a position, whether everything missed was replayed. */
    List<Boolean> returns() {
        synchronized (held) {
            return List.copyOf(returns);
        }
    }

    /** The codes of the close frames it got. */
    List<Integer> closes() {
        return List.copyOf(closes);
    }

    @Override
    public void close() {
        open = false;
        Line own = line;
        if (own != null) {
            own.socket.abort();
            own.closed.complete(null);
        }
    }

    /** One socket, from its opening to its close. */
    private final class Line implements WebSocket.Listener {
        private final Map<Long, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
        private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private final String token;
        private final WebSocket socket;

        Line(Visitor door) {
            JsonNode pass = door.post(classPath + "/join").expecting(200).json();
            token = pass.get("token").asText();
            socket = HTTP.newWebSocketBuilder()
                    .subprotocols("cue.v1")
                    .buildAsync(URI.create(pass.get("url").asText()), this)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        }

        void connect() throws IOException {
            var body = JSON.createObjectNode().put("token", token).put("device", "d-" + name);
            List<Held> before = held();
            if (!before.isEmpty()) {
                Held last = before.getLast();
                body.putObject("resume")
                        .put("epoch", last.epoch())
                        .put("gen", last.gen())
                        .put("offset", last.offset());
            }
            JsonNode connected = ask("connect", body).path("connect");
            if (connected.isMissingNode()) {
                socket.abort();
                throw new IOException("not connected");
            }
            synchronized (held) {
                if (!before.isEmpty()) {
                    returns.add(connected.path("recovered").asBoolean());
                }
            }
        }

        JsonNode ask(String verb, JsonNode body) {
            long id = ids.incrementAndGet();
            var reply = new CompletableFuture<JsonNode>();
            asked.put(id, reply);
            var frame = JSON.createObjectNode().put("id", id);
            frame.set(verb, body);
            try {
                socket.sendText(frame.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return reply.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException broken) {
                return JSON.createObjectNode();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                try {
                    heard(JSON.readTree(part.toString()));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void heard(JsonNode frame) {
            JsonNode cue = frame.at("/push/cue");
            JsonNode rewind = frame.at("/connect/rewind");
            synchronized (held) {
                if (rewind.isNumber()) {
                    held.removeIf(it -> it.offset() > rewind.asLong());
                }
                if (cue.isObject()) {
                    held.add(new Held(
                            cue.path("epoch").asText(),
                            cue.path("gen").asLong(),
                            cue.path("offset").asLong(),
                            cue.path("cueId").asText()));
                }
            }
            CompletableFuture<JsonNode> waiting = asked.remove(frame.path("id").asLong());
            if (waiting != null) {
                waiting.complete(frame);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closes.add(status);
            ended();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended();
        }

        private void ended() {
            closed.complete(null);
            asked.values().forEach(reply -> reply.completeExceptionally(new IOException("closed")));
        }
    }
}
