package downbeat.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** The document of the live socket as a promise: every frame that a node sends to a test is held to it. */
public final class LiveContract {
    private static final LiveContract NODE = new LiveContract(ApiDocument.named("asyncapi.json"));

    private final ApiDocument open;
    private final ApiDocument closed;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    LiveContract(ApiDocument document) {
        this.open = document;
        this.closed = document.closed();
    }

    /** The promise of the node; remembers which messages it has seen. */
    public static LiveContract ofTheNode() {
        return NODE;
    }

    /** What of a frame from the node is not as described. */
    public List<String> faults(JsonNode frame) {
        return faults(closed, nameOf(frame, "Reply"), frame);
    }

    /** What of a command that the node accepted is not allowed by the description. */
    public List<String> faultsOfCommand(JsonNode frame) {
        return faults(open, nameOf(frame, "Command"), frame);
    }

    /** Names of the messages seen so far. */
    public Set<String> seen() {
        return Set.copyOf(seen);
    }

    /** Forgets what it has seen. */
    public void startOver() {
        seen.clear();
    }

    /** Names of all messages but those in reserve, which clients must know and no node sends yet. */
    public Set<String> inUse() {
        var names = new TreeSet<String>();
        for (var message : open.at("/channels/live/messages").properties()) {
            if (!open.resolved(message.getValue()).path("x-reserved").asBoolean()) {
                names.add(message.getKey());
            }
        }
        return names;
    }

    private List<String> faults(ApiDocument document, String message, JsonNode frame) {
        var pointer = "/components/messages/" + message + "/payload";
        if (document.at(pointer).isMissingNode()) {
            return List.of("a message that is not described: " + frame);
        }
        seen.add(message);
        return document.faults(pointer, frame);
    }

    private static String nameOf(JsonNode frame, String kind) {
        if (frame.has("push")) {
            return frame.at("/push/ch").asText() + "Push";
        }
        if (frame.has("error")) {
            return "error";
        }
        return frame.properties().stream()
                .map(field -> field.getKey() + kind)
                .filter(name -> !name.equals("id" + kind))
                .findFirst()
                .orElse("nothing");
    }
}
