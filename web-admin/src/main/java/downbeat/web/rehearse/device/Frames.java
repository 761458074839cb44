package downbeat.web.rehearse.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.web.rehearse.check.ArrivedCue;
import downbeat.web.rehearse.check.Attachment;
import downbeat.web.rehearse.check.Position;
import java.util.Optional;
import java.util.OptionalLong;

/** The frames of {@code cue.v1} as a device writes and reads them. */
public final class Frames {
    public static final String SUBPROTOCOL = "cue.v1";
    static final ObjectMapper JSON = new ObjectMapper();

    private Frames() {}

    static String connect(long id, String token, String device, Optional<Position> resume) {
        ObjectNode body = JSON.createObjectNode().put("token", token).put("device", device);
        resume.ifPresent(p -> body.putObject("resume")
                .put("epoch", p.epoch())
                .put("gen", p.gen())
                .put("offset", p.offset()));
        return command(id, "connect", body);
    }

    /** A command that is answered under {@code id}. */
    static String command(long id, String verb, ObjectNode body) {
        ObjectNode frame = JSON.createObjectNode().put("id", id);
        frame.set(verb, body);
        return text(frame);
    }

    static String clock(long id, double t0) {
        return "{\"id\":" + id + ",\"clock\":{\"t0\":" + t0 + "}}";
    }

    static String bio(int heartRate) {
        return "{\"bio\":{\"hr\":" + heartRate + "}}";
    }

    static ObjectNode body() {
        return JSON.createObjectNode();
    }

    static String text(ObjectNode frame) {
        try {
            return JSON.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    static Attachment attachment(JsonNode connect) {
        JsonNode rewind = connect.path("rewind");
        return new Attachment(
                connect.path("epoch").asText(),
                connect.path("gen").asLong(),
                connect.path("offset").asLong(),
                connect.path("recovered").asBoolean(),
                connect.path("replayed").asLong(),
                rewind.isNumber() ? OptionalLong.of(rewind.asLong()) : OptionalLong.empty());
    }

    static ArrivedCue arrived(JsonNode push) {
        JsonNode cue = push.path("cue");
        return new ArrivedCue(
                cue.path("epoch").asText(),
                cue.path("gen").asLong(),
                cue.path("offset").asLong(),
                cue.path("cueId").asText(),
                cue.path("rev").asInt(),
                push.path("replay").asBoolean() || cue.path("replay").asBoolean());
    }
}
