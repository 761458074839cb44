package downbeat.classes.live.connection;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Checks of single tokens on the fast path. */
final class Tokens {
    /** No time or bound a device could mean is larger: 31 years in milliseconds. */
    static final double LARGEST = 1e12;

    private Tokens() {}

    static void expect(JsonParser parser, @Nullable JsonToken found, JsonToken wanted, String name)
            throws BadCommandException {
        if (found != wanted) {
            var what = wanted == JsonToken.START_OBJECT ? "a JSON object" : "a JSON array";
            throw name.equals("frame")
                    ? BadCommand.of("bad-frame", "a frame must be " + what)
                    : BadCommand.field(name, "must be " + what);
        }
    }

    static long id(JsonParser parser) throws IOException, BadCommandException {
        return integer(parser, "id", 1);
    }

    static long integer(JsonParser parser, String name, long min) throws IOException, BadCommandException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            var value = parser.getLongValue();
            if (value >= min && value <= Fields.MAX_SAFE) {
                return value;
            }
        }
        throw BadCommand.field(name, "must be an integer from " + min + " to 2^53-1");
    }

    static double number(JsonParser parser, String name) throws IOException, BadCommandException {
        var token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            var value = parser.getDoubleValue();
            if (Math.abs(value) <= LARGEST) {
                return value;
            }
        }
        throw BadCommand.field(name, "must be a number of milliseconds, at most 10^12 either way");
    }

    /** @param otherwise when the value is null */
    static double numberOr(double otherwise, JsonParser parser, String name) throws IOException, BadCommandException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? otherwise : number(parser, name);
    }

    static <E extends Enum<E>> E word(JsonParser parser, String name, E[] words)
            throws IOException, BadCommandException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            var text = parser.getText();
            for (var word : words) {
                if (word.name().equals(text)) {
                    return word;
                }
            }
        }
        throw BadCommand.field(name, "must be one of " + Arrays.toString(words));
    }

    /** The name of the field the parser stands at, refused unless among those known. */
    static String known(JsonParser parser, String prefix, String... names) throws IOException, BadCommandException {
        var name = parser.currentName();
        for (var each : names) {
            if (each.equals(name)) {
                return name;
            }
        }
        throw BadCommand.field(prefix + Fields.shortened(name), "is not known here; leave it out");
    }
}
