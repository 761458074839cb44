package downbeat.classes.live.connection;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.kernel.bound.Wording;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, each checked as it is taken; {@link #done} refuses what nobody took. */
final class Fields {
    /** The largest integer that every JSON reader keeps exactly. */
    static final long MAX_SAFE = (1L << 53) - 1;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final String prefix;
    private final JsonNode object;
    private final Set<String> taken = new HashSet<>();

    private Fields(String prefix, JsonNode object) {
        this.prefix = prefix;
        this.object = object;
    }

    static Fields of(String verb, @Nullable JsonNode body) throws BadCommandException {
        if (body == null || !body.isObject()) {
            throw BadCommand.field(verb, "must be a JSON object, {} when there is nothing to say");
        }
        return new Fields("", body);
    }

    boolean has(String name) {
        taken.add(name);
        return object.hasNonNull(name);
    }

    Fields object(String name) throws BadCommandException {
        var value = get(name);
        if (!value.isObject()) {
            throw bad(name, "must be a JSON object");
        }
        return new Fields(prefix + name + ".", value);
    }

    /** 1–64 of A–Z a–z 0–9 _ -. */
    String plain(String name) throws BadCommandException {
        var value = string(name);
        if (!PLAIN.matcher(value).matches()) {
            throw bad(name, "must be 1 to 64 characters, each a letter A-Z or a-z, a digit, '_' or '-'");
        }
        return value;
    }

    /** A name a device gives to a cue of its own. */
    String cueId(String name) throws BadCommandException {
        var value = plain(name);
        if (value.startsWith("p-")) {
            throw bad(name, "must not start with 'p-', which names cues of the plan");
        }
        return value;
    }

    @Nullable
    String cueIdIfAny(String name) throws BadCommandException {
        return has(name) ? cueId(name) : null;
    }

    /** @param min and max in Unicode code points */
    String text(String name, int min, int max) throws BadCommandException {
        var value = string(name);
        var length = value.codePointCount(0, value.length());
        if (length < min || length > max || (min > 0 && value.isBlank())) {
            throw bad(
                    name,
                    "must be " + min + " to " + max + " characters, but has " + length
                            + (value.isBlank() ? ", all blank" : ""));
        }
        if (!Wording.sound(value)) {
            throw bad(name, Wording.RULE);
        }
        return value;
    }

    boolean bool(String name) throws BadCommandException {
        var value = get(name);
        if (!value.isBoolean()) {
            throw bad(name, "must be true or false");
        }
        return value.booleanValue();
    }

    long integer(String name, long min, long max) throws BadCommandException {
        var value = get(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            throw bad(name, "must be an integer from " + min + " to " + max);
        }
        return value.longValue();
    }

    double number(String name, double min, double max) throws BadCommandException {
        var value = get(name);
        var number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= min && number <= max)) {
            throw bad(name, "must be a number from " + (long) min + " to " + (long) max);
        }
        return number;
    }

    <E extends Enum<E>> E word(String name, Class<E> words, Set<E> allowed) throws BadCommandException {
        var value = string(name);
        for (var word : words.getEnumConstants()) {
            if (word.name().equals(value) && allowed.contains(word)) {
                return word;
            }
        }
        throw bad(
                name,
                "must be one of "
                        + Arrays.stream(words.getEnumConstants())
                                .filter(allowed::contains)
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")));
    }

    /** Nothing but the fields asked for may be there. */
    void done() throws BadCommandException {
        for (var entry : object.properties()) {
            if (!taken.contains(entry.getKey())) {
                throw bad(shortened(entry.getKey()), "is not known here; leave it out");
            }
        }
    }

    BadCommandException bad(String name, String detail) {
        return BadCommand.field(prefix + name, detail);
    }

    static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private String string(String name) throws BadCommandException {
        var value = get(name);
        if (!value.isTextual()) {
            throw bad(name, "must be a string");
        }
        return value.textValue();
    }

    private JsonNode get(String name) throws BadCommandException {
        taken.add(name);
        var value = object.get(name);
        if (value == null || value.isNull()) {
            throw bad(name, "is missing");
        }
        return value;
    }
}
