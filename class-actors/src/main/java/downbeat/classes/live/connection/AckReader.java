package downbeat.classes.live.connection;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import downbeat.classes.live.report.How;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the body of {@code ack}. */
final class AckReader {
    /** What one frame can reasonably carry: the whole memory of a {@link CueLedger}. */
    private static final int MOST = CueLedger.REMEMBERED;

    private static final How[] HOWS = How.values();
    private static final double UNKNOWN = -1;

    private AckReader() {}

    static Frame.Acks read(JsonParser parser) throws IOException, BadCommandException {
        Tokens.expect(parser, parser.currentToken(), JsonToken.START_OBJECT, "ack");
        var bound = UNKNOWN;
        var rtt = UNKNOWN;
        List<Ack> acks = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = Tokens.known(parser, "", "bound", "rtt", "cues");
            parser.nextToken();
            switch (name) {
                case "bound" -> bound = positive(parser, name);
                case "rtt" -> rtt = positive(parser, name);
                default -> acks = cues(parser);
            }
        }
        if (acks == null) {
            throw BadCommand.field("cues", "is missing");
        }
        return new Frame.Acks(null, bound, rtt, acks);
    }

    private static double positive(JsonParser parser, String name) throws IOException, BadCommandException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return UNKNOWN;
        }
        var value = Tokens.number(parser, name);
        if (value < 0) {
            throw BadCommand.field(name, "must not be negative");
        }
        return value;
    }

    private static List<Ack> cues(JsonParser parser) throws IOException, BadCommandException {
        Tokens.expect(parser, parser.currentToken(), JsonToken.START_ARRAY, "cues");
        var acks = new ArrayList<Ack>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (acks.size() == MOST) {
                throw BadCommand.field("cues", "must hold at most " + MOST);
            }
            acks.add(ack(parser, "cues[" + acks.size() + "]"));
        }
        return acks;
    }

    private static Ack ack(JsonParser parser, String where) throws IOException, BadCommandException {
        Tokens.expect(parser, parser.currentToken(), JsonToken.START_OBJECT, where);
        var offset = 0L;
        var held = Double.NaN;
        var ct = Double.NaN;
        How how = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = Tokens.known(parser, where + ".", "o", "held", "ct", "how");
            parser.nextToken();
            switch (name) {
                case "o" -> offset = Tokens.integer(parser, where + ".o", 1);
                case "held" -> held = Tokens.number(parser, where + ".held");
                case "ct" -> ct = Tokens.numberOr(Double.NaN, parser, where + ".ct");
                default -> how = Tokens.word(parser, where + ".how", HOWS);
            }
        }
        if (offset == 0 || Double.isNaN(held) || how == null) {
            throw BadCommand.field(where + (offset == 0 ? ".o" : how == null ? ".how" : ".held"), "is missing");
        }
        return new Ack(offset, held, ct, how);
    }
}
