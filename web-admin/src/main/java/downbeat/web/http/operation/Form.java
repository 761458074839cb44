package downbeat.web.http.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.web.http.problem.ProblemType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object as somebody filled it in. Every reader names the field and what it must be when it is not; fields nobody asks
 * for are refused by {@link #only}.
 */
public final class Form {
    private static final ObjectReader STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private final String prefix;
    private final JsonNode object;

    private Form(String prefix, JsonNode object) {
        this.prefix = prefix;
        this.object = object;
    }

    /** Reads a body; an empty one is an empty form. */
    public static Form parse(byte[] body) {
        if (body.length == 0) {
            return new Form("", new ObjectMapper().createObjectNode());
        }
        var tree = tree(body);
        if (!(tree instanceof ObjectNode)) {
            throw ProblemType.BAD_JSON
                    .saying("The body must be a JSON object, {…}.")
                    .asException();
        }
        return new Form("", tree);
    }

    private static JsonNode tree(byte[] body) {
        try {
            return STRICT.readTree(body);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw ProblemType.BAD_JSON
                    .saying(firstSentence(e.getOriginalMessage()) + where)
                    .asException();
        } catch (IOException e) {
            throw ProblemType.BAD_JSON.saying("The body is not UTF-8 text.").asException();
        }
    }

    private static String firstSentence(String message) {
        var line = message.lines().findFirst().orElse("Malformed JSON");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    /** Refuses any field but these. */
    public Form only(String... known) {
        var names = Set.of(known);
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                var shown = name.length() > 64 ? name.substring(0, 64) + "…" : name;
                throw ProblemType.UNKNOWN_FIELD.at(
                        prefix + shown,
                        names.isEmpty()
                                ? "is not known here: the body takes no fields."
                                : "is not known here; known are " + String.join(", ", known) + ".");
            }
        });
        return this;
    }

    /** The tree itself, for bodies whose grammar is defined elsewhere (cue.v1 commands). */
    public ObjectNode tree() {
        return (ObjectNode) object;
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** Text of {@code min..max} characters (code points), surrounding space removed; line breaks are the only control characters. */
    public String text(String name, int min, int max) {
        return checkText(name, node(name, "text of " + min + " to " + max + " characters"), min, max);
    }

    public Optional<String> optionalText(String name, int min, int max) {
        return has(name) ? Optional.of(text(name, min, max)) : Optional.empty();
    }

    public List<String> texts(String name, int maxCount, int maxLength) {
        var array = node(name, "a list of texts");
        if (!array.isArray() || array.size() > maxCount) {
            throw bad(name, "must be a list of at most " + maxCount + " texts.");
        }
        var all = new ArrayList<String>();
        for (int i = 0; i < array.size(); i++) {
            all.add(checkText(name + "[" + i + "]", array.get(i), 1, maxLength));
        }
        return all;
    }

    private String checkText(String name, JsonNode node, int min, int max) {
        if (!node.isTextual()) {
            throw bad(name, "must be text in quotes, not " + kind(node) + ".");
        }
        var text = node.textValue().strip();
        var length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            throw bad(name, "must have " + min + " to " + max + " characters; this has " + length + ".");
        }
        if (text.codePoints().anyMatch(Form::unprintable)) {
            throw bad(name, "must not have control characters or broken surrogate pairs.");
        }
        return text;
    }

    private static boolean unprintable(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** A secret: 1..max characters, nothing removed, never repeated in a message. */
    public String secret(String name, int min, int max) {
        var node = node(name, "text");
        if (!node.isTextual()) {
            throw bad(name, "must be text in quotes, not " + kind(node) + ".");
        }
        var length = node.textValue().codePointCount(0, node.textValue().length());
        if (length < min || length > max) {
            throw bad(name, "must have " + min + " to " + max + " characters.");
        }
        return node.textValue();
    }

    public int integer(String name, int min, int max) {
        return (int) integer(name, (long) min, (long) max);
    }

    public long integer(String name, long min, long max) {
        var range = "a whole number from " + min + " to " + max;
        var node = node(name, range);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            throw bad(name, "must be " + range + ".");
        }
        return node.longValue();
    }

    /** A number; NaN and infinity are no JSON and never get here. */
    public double number(String name, double min, double max) {
        var range = "a number from " + min + " to " + max;
        var node = node(name, range);
        if (!node.isNumber() || node.doubleValue() < min || node.doubleValue() > max) {
            throw bad(name, "must be " + range + ".");
        }
        return node.doubleValue();
    }

    public boolean flag(String name) {
        node(name, "true or false");
        return flag(name, false);
    }

    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!object.get(name).isBoolean()) {
            throw bad(name, "must be true or false, not " + kind(object.get(name)) + ".");
        }
        return object.get(name).booleanValue();
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        var choices = "one of "
                + String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        var node = node(name, choices);
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> node.isTextual() && e.name().equals(node.textValue()))
                .findFirst()
                .orElseThrow(() -> bad(name, "must be " + choices + "."));
    }

    /** Local date and time without an offset, {@code 2026-12-01T18:00}. */
    public LocalDateTime localTime(String name) {
        try {
            return LocalDateTime.parse(text(name, 16, 29));
        } catch (DateTimeException e) {
            throw bad(name, "must be a local date and time such as 2026-12-01T18:00, without Z or offset.");
        }
    }

    /**
     * A region of the time zone database, {@code Europe/Berlin}, or an offset, {@code +02:00}, for an hour that happens twice
     * when clocks go back.
     */
    public ZoneId zone(String name) {
        var id = text(name, 1, 64);
        if (!ZoneId.getAvailableZoneIds().contains(id) && !id.matches("[+-](0\\d|1[0-7]):[0-5]\\d")) {
            throw bad(
                    name, "must be a time zone of the tz database such as Europe/Berlin, or an offset such as +02:00.");
        }
        return ZoneId.of(id);
    }

    public Form object(String name) {
        var node = node(name, "an object");
        if (!node.isObject()) {
            throw bad(name, "must be an object, {…}, not " + kind(node) + ".");
        }
        return new Form(prefix + name + ".", node);
    }

    /** A list of {@code minCount} to {@code maxCount} objects; each is read under its place, {@code name[2].field}. */
    public List<Form> objects(String name, int minCount, int maxCount) {
        var array = node(name, "a list of objects");
        if (!array.isArray() || array.size() < minCount || array.size() > maxCount) {
            throw bad(name, "must be a list of " + minCount + " to " + maxCount + " objects.");
        }
        var all = new ArrayList<Form>();
        for (int i = 0; i < array.size(); i++) {
            if (!array.get(i).isObject()) {
                throw bad(name + "[" + i + "]", "must be an object, {…}, not " + kind(array.get(i)) + ".");
            }
            all.add(new Form(prefix + name + "[" + i + "].", array.get(i)));
        }
        return all;
    }

    /** Where a field of it is in the whole body, such as {@code name[2].field}. */
    public String place(String name) {
        return prefix + name;
    }

    /** A problem of one field: the sentence follows the field's name. */
    public RuntimeException bad(String name, String sentence) {
        return ProblemType.BAD_FIELD.at(prefix + name, sentence);
    }

    private JsonNode node(String name, String expected) {
        var node = object.get(name);
        if (node == null || node.isNull()) {
            throw ProblemType.MISSING_FIELD.at(prefix + name, "is required: " + expected + ".");
        }
        return node;
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "text";
        };
    }
}
