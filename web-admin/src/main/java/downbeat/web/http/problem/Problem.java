package downbeat.web.http.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457), media type {@code application/problem+json}.
 *
 * @param status the HTTP status, 400..599
 * @param code stable kebab-case name that programs may rely on; the last segment of {@code type}
 * @param title short sentence, the same for every occurrence of the code
 * @param detail what happened this time and what to do about it
 * @param field the request's field at fault, with dots for nesting; null when no single field is
 * @param open what must be ended first; nothing, but for the one problem that is about it
 * @param headers response headers that belong to this problem (Allow, Retry-After, WWW-Authenticate)
 */
@JsonInclude(Include.NON_NULL)
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        @Nullable String field,
        @JsonInclude(Include.NON_EMPTY) List<Open> open,
        @JsonIgnore Map<String, String> headers) {

    /** Something that is still under way. {@code href}: the page where it can be ended. */
    public record Open(String title, String href) {}

    /** Every problem type starts with this; the code follows. */
    public static final String TYPES = "https://downbeat.dev/problems/";

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be 400..599, not " + status);
        }
        detail = writable(detail);
        field = field == null ? null : writable(field);
        open = List.copyOf(open);
        headers = Map.copyOf(headers);
    }

    public Problem(
            int status, String code, String title, String detail, @Nullable String field, Map<String, String> headers) {
        this(status, code, title, detail, field, List.of(), headers);
    }

    /** A name out of a request may hold half a character, which no JSON can carry: it is shown as a question mark. */
    private static String writable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The stable URI of this kind of problem. */
    @JsonProperty("type")
    public String type() {
        return TYPES + code;
    }

    public Problem with(String header, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Problem(status, code, title, detail, field, open, more);
    }

    public Problem at(String field) {
        return new Problem(status, code, title, detail, field, open, headers);
    }

    public Problem with(List<Open> underWay) {
        return new Problem(status, code, title, detail, field, underWay, headers);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
