package downbeat.classes.live;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.cluster.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A device over a WebSocket of the JDK. Like a real one it gathers what it acks into few frames. */
final class Phone implements WebSocket.Listener {
    private static final Executor SOON = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);
    private static final int MOST_ACKS = 256;

    /** @param nanos when it came, by the monotonic clock */
    private record Taken(long offset, long nanos) {}

    private final Map<Long, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<JsonNode> cues = new ArrayList<>();
    private final Deque<Taken> unacked = new ArrayDeque<>();
    private final Map<String, List<JsonNode>> heard = new ConcurrentHashMap<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final AtomicLong ids = new AtomicLong();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private CompletableFuture<?> said = CompletableFuture.completedFuture(null);
    private volatile @Nullable JsonNode roster;
    private volatile @Nullable JsonNode assets;
    private volatile boolean stalled;

    Phone(int port) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("cue.v1")
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/"), this)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    /** @param resume the JSON of a position, or null */
    JsonNode connect(String token, String device, @Nullable String resume) {
        var tail = resume == null ? "" : ",\"resume\":" + resume;
        return ask("connect", "{\"token\":\"" + token + "\",\"device\":\"" + device + "\"" + tail + "}");
    }

    JsonNode ask(String verb, String body) {
        var id = ids.incrementAndGet();
        var reply = new CompletableFuture<JsonNode>();
        asked.put(id, reply);
        say("{\"id\":" + id + ",\"" + verb + "\":" + body + "}").join();
        return reply.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Says what wants no reply. */
    void tell(String verb, String body) {
        var unused = say("{\"" + verb + "\":" + body + "}");
    }

    /** All pushes of a channel other than cues. */
    List<JsonNode> heard(String channel) {
        return heard.getOrDefault(channel, List.of());
    }

    /** An empty node when nothing came on the channel yet. */
    JsonNode newest(String channel) {
        var all = heard(channel);
        return all.isEmpty() ? Json.mapper().createObjectNode() : all.getLast();
    }

    /** One after the other: the JDK's socket refuses a second text while the first is on its way. */
    private synchronized CompletableFuture<?> say(String text) {
        said = said.thenCompose(before -> socket.sendText(text, true)).orTimeout(20, TimeUnit.SECONDS);
        return said;
    }

    List<JsonNode> cues() {
        synchronized (cues) {
            return List.copyOf(cues);
        }
    }

    List<Long> offsets() {
        return cues().stream().map(cue -> cue.path("offset").asLong()).toList();
    }

    @Nullable
    JsonNode roster() {
        return roster;
    }

    /** The newest push of what to fetch ahead. */
    @Nullable
    JsonNode assets() {
        return assets;
    }

    /** Reads no more and says no more of what it has read, as a device that hangs. */
    void stall() {
        stalled = true;
    }

    void drop() {
        socket.abort();
    }

    CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            hear(part.toString());
            part.setLength(0);
        }
        if (!stalled) {
            from.request(1);
        }
        return CompletableFuture.completedStage(null);
    }

    private void hear(String text) {
        try {
            var frame = Json.mapper().readTree(text);
            var push = frame.path("push");
            if (push.isMissingNode()) {
                var reply = asked.remove(frame.path("id").asLong());
                if (reply != null) {
                    reply.complete(frame);
                }
            } else if (push.has("cue")) {
                take(push.get("cue"));
            } else {
                var channel = push.path("ch").asText();
                heard.computeIfAbsent(channel, ch -> new CopyOnWriteArrayList<>())
                        .add(push.path(channel));
                if (push.has("roster")) {
                    roster = push.get("roster");
                }
                if (push.has("assets")) {
                    assets = push.get("assets");
                }
            }
        } catch (Exception e) {
            closed.completeExceptionally(e);
        }
    }

    private void take(JsonNode cue) {
        synchronized (cues) {
            cues.add(cue);
            unacked.add(new Taken(cue.path("offset").asLong(), System.nanoTime()));
            if (unacked.size() == 1) {
                SOON.execute(this::ack);
            }
        }
    }

    private void ack() {
        synchronized (cues) {
            if (stalled) {
                return;
            }
            var acks = new StringJoiner(",", "{\"ack\":{\"bound\":null,\"cues\":[", "]}}");
            for (int i = 0; i < MOST_ACKS && !unacked.isEmpty(); i++) {
                acks.add(ack(unacked.removeFirst()));
            }
            var unused = say(acks.toString());
            if (!unacked.isEmpty()) {
                SOON.execute(this::ack);
            }
        }
    }

    private static String ack(Taken cue) {
        var held = (System.nanoTime() - cue.nanos()) / 1e6;
        return "{\"o\":" + cue.offset() + ",\"held\":" + held + ",\"ct\":null,\"how\":\"ONTIME\"}";
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode);
        var unanswered = new IllegalStateException("closed with " + statusCode + " " + reason);
        asked.values().forEach(reply -> reply.completeExceptionally(unanswered));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }
}
