package downbeat.web.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.web.api.LiveContract;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A device that presses join and notes what comes when. Many share one HTTP client. */
final class Guest implements WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A frame and when it came off the wire, monotonic nanoseconds. */
    record Heard(JsonNode frame, long nanos) {
        boolean is(String channel) {
            return frame.at("/push/ch").asText().equals(channel);
        }
    }

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private volatile long asked;
    private boolean prepared;

    private final WebSocket socket;
    private final String token;

    private Guest(String url, String token) {
        this.token = token;
        this.socket = HTTP.newWebSocketBuilder()
                .subprotocols("cue.v1")
                .buildAsync(URI.create(url), this)
                .join();
    }

    /** Has a join token and an open socket, and has not said anything: it has five seconds. */
    static Guest atTheDoor(JsonNode pass) {
        return new Guest(pass.get("url").asText(), pass.get("token").asText());
    }

    /** Gets a join token and asks to be connected. */
    static Guest joins(Visitor who, String classPath) {
        var guest = atTheDoor(who.post(classPath + "/join").expecting(200).json());
        guest.enters();
        return guest;
    }

    /** Asks to be connected. */
    void enters() {
        var connect = JSON.createObjectNode().put("id", 1);
        connect.putObject("connect").put("token", token).put("device", "phone");
        asked = System.nanoTime();
        socket.sendText(connect.toString(), true).join();
    }

    /** When it asked to be connected. */
    long asked() {
        return asked;
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    List<JsonNode> places() {
        return heard.stream()
                .filter(one -> one.is("queue"))
                .map(one -> one.frame().at("/push/queue"))
                .toList();
    }

    @Nullable
    Heard connected() {
        return first(one -> one.frame().has("connect"));
    }

    /** The first push since it was let in. */
    @Nullable
    Heard firstPush() {
        var in = connected();
        return in == null ? null : first(one -> one.frame().has("push") && one.nanos() >= in.nanos());
    }

    @Nullable
    Heard first(Predicate<Heard> wanted) {
        return heard.stream().filter(wanted).findFirst().orElse(null);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(new Heard(read(part.toString()), System.nanoTime()));
            part.setLength(0);
            prepare(from);
        }
        from.request(1);
        return null;
    }

    /** Who has to wait asks the time meanwhile. */
    private void prepare(WebSocket from) {
        if (heard.getLast().is("queue") && !prepared) {
            prepared = true;
            var unused = from.sendText("{\"id\":2,\"clock\":{\"t0\":1}}", true);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What of all that came is not as the document of the socket says. */
    List<String> faults() {
        return heard.stream()
                .flatMap(one -> LiveContract.ofTheNode().faults(one.frame()).stream())
                .toList();
    }
}
