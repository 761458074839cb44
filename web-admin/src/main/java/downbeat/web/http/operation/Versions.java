package downbeat.web.http.operation;

import downbeat.web.http.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Entity tags of things that people edit. */
public final class Versions {
    private static final int TAG_LENGTH = 16;

    private Versions() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Of something that counts no versions: the same as long as all of this is. */
    public static String tagOf(Object content) {
        return "\""
                + Call.digest(content.toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, TAG_LENGTH) + "\"";
    }

    /**
     * The version the caller has seen, from If-Match; 428 without one, 412 if it is not the present one. {@code *} is
     * whatever there is.
     */
    public static long expected(Call call, long present) {
        check(call, tag(present));
        return present;
    }

    /** The same with a tag of any kind. */
    public static void check(Call call, String present) {
        var given = call.header("If-Match")
                .map(String::strip)
                .orElseThrow(() -> ProblemType.VERSION_REQUIRED
                        .saying("Send If-Match with the ETag you got when you read it.")
                        .at("If-Match")
                        .asException());
        var fits = Arrays.stream(given.split(","))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.replace("\"", "").equals(present.replace("\"", "")));
        if (!fits) {
            throw mismatch(present);
        }
    }

    public static RuntimeException mismatch(long present) {
        return mismatch(tag(present));
    }

    private static RuntimeException mismatch(String present) {
        return ProblemType.VERSION_MISMATCH
                .saying("You edit an older version; read it again (now " + present + ") and repeat your change.")
                .at("If-Match")
                .asException();
    }
}
