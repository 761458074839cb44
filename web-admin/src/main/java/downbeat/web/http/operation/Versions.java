package downbeat.web.http.operation;

import downbeat.web.http.problem.ProblemType;

/** Entity tags of things that people edit. */
public final class Versions {
    private Versions() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version the caller has seen, from If-Match; 428 without one, 412 if it is not the present one. {@code *} is
     * whatever there is.
     */
    public static long expected(Call call, long present) {
        var given = call.header("If-Match")
                .map(String::strip)
                .orElseThrow(() -> ProblemType.VERSION_REQUIRED
                        .saying("Send If-Match with the ETag you got when you read it.")
                        .at("If-Match")
                        .asException());
        var bare = given.replaceFirst("^W/", "").replace("\"", "");
        if (!bare.equals("*") && !bare.equals(Long.toString(present))) {
            throw mismatch(present);
        }
        return present;
    }

    public static RuntimeException mismatch(long present) {
        return ProblemType.VERSION_MISMATCH
                .saying("You edit an older version; read it again (now " + tag(present) + ") and repeat your change.")
                .at("If-Match")
                .asException();
    }
}
