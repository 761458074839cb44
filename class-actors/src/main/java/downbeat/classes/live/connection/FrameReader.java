package downbeat.classes.live.connection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.classes.live.log.Position;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one frame of a device. {@code ack} and {@code clock}, of which there are hundreds a second, are read token by
 * token; the rest as a tree.
 */
final class FrameReader {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(32)
                    .build())
            .build());
    private static final int LONGEST_TOKEN = 4096;

    private FrameReader() {}

    static Frame read(String text) {
        try (var parser = JSON.createParser(text)) {
            return frame(parser);
        } catch (BadCommandException bad) {
            return new Frame.Bad(idOf(text), bad.command());
        } catch (JsonProcessingException notJson) {
            var at = notJson.getLocation();
            var where = at == null ? "" : " (at character " + at.getCharOffset() + ")";
            return new Frame.Bad(null, new BadCommand("bad-json", "this is not JSON as RFC 8259 has it" + where, null));
        } catch (IOException notFromAString) {
            throw new IllegalStateException(notFromAString);
        }
    }

    private static Frame frame(JsonParser parser) throws IOException, BadCommandException {
        Tokens.expect(parser, parser.nextToken(), JsonToken.START_OBJECT, "frame");
        Long id = null;
        Frame frame = null;
        String other = null;
        JsonNode body = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (name.equals("id")) {
                id = Tokens.id(parser);
            } else if (frame != null || other != null) {
                throw BadCommand.of(
                        "bad-frame", "a frame holds one command; send " + Fields.shortened(name) + " in another");
            } else if (name.equals("ack")) {
                frame = AckReader.read(parser);
            } else if (name.equals("clock")) {
                frame = clock(parser);
            } else {
                other = name;
                body = JSON.readTree(parser);
            }
        }
        if (parser.nextToken() != null) {
            throw BadCommand.of("bad-frame", "something follows the command's object");
        }
        if (other != null) {
            return command(id, other, body);
        }
        if (frame == null) {
            throw BadCommand.of("bad-frame", "a frame needs a command besides its id");
        }
        return withId(frame, id);
    }

    private static Frame withId(Frame frame, @Nullable Long id) {
        return switch (frame) {
            case Frame.Clock clock -> new Frame.Clock(id, clock.t0());
            case Frame.Acks acks -> new Frame.Acks(id, acks.boundMillis(), acks.rttMillis(), acks.acks());
            default -> frame;
        };
    }

    private static Frame clock(JsonParser parser) throws IOException, BadCommandException {
        Tokens.expect(parser, parser.currentToken(), JsonToken.START_OBJECT, "clock");
        String t0 = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = Tokens.known(parser, "", "t0");
            parser.nextToken();
            Tokens.number(parser, name);
            t0 = parser.getText();
        }
        if (t0 == null) {
            throw BadCommand.field("t0", "is missing");
        }
        return new Frame.Clock(null, t0);
    }

    private static Frame command(@Nullable Long id, String verb, @Nullable JsonNode body) throws BadCommandException {
        return switch (verb) {
            case "connect" -> connect(id, Fields.of(verb, body));
            case "leave" -> {
                Fields.of(verb, body).done();
                yield new Frame.Leave(id);
            }
            case "bio" -> new Frame.Bio(id, VitalsReader.reading(Fields.of(verb, body)));
            case "stats" -> new Frame.Stats(id, VitalsReader.stats(Fields.of(verb, body)));
            case "pin" -> new Frame.Pin(id, VitalsReader.pin(Fields.of(verb, body)));
            default -> new Frame.Command(id, verb, CommandReader.parse(verb, body));
        };
    }

    private static Frame connect(@Nullable Long id, Fields fields) throws BadCommandException {
        var token = fields.text("token", 1, LONGEST_TOKEN);
        var device = fields.plain("device");
        var resume = fields.has("resume") ? position(fields.object("resume")) : null;
        fields.done();
        return new Frame.Connect(id, token, device, resume);
    }

    private static Position position(Fields fields) throws BadCommandException {
        var position = new Position(
                fields.plain("epoch"),
                fields.integer("gen", 0, Fields.MAX_SAFE),
                fields.integer("offset", 0, Fields.MAX_SAFE));
        fields.done();
        return position;
    }

    /** The id of a command whose body is wrong, so that its error finds it. */
    private static @Nullable Long idOf(String text) {
        try {
            var id = JSON.readTree(text).path("id");
            return id.isIntegralNumber()
                            && id.canConvertToLong()
                            && id.longValue() >= 1
                            && id.longValue() <= Fields.MAX_SAFE
                    ? (Long) id.longValue()
                    : null;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
