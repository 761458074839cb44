package downbeat.web.http.operation;

import downbeat.cluster.entity.Seen;
import downbeat.kernel.Version;
import downbeat.web.http.problem.ProblemType;
import java.util.Arrays;

/** Entity tags of things that people edit. Whether one still fits is judged where the edit is decided. */
public final class Versions {
    private static final String WHATEVER = "*";

    private Versions() {}

    public static String tag(Version version) {
        return "\"" + version.text() + "\"";
    }

    /** What the caller has seen, from If-Match; 428 without one. {@code *} is whatever there is. */
    public static Seen seen(Call call) {
        var tags = Arrays.stream(call.header("If-Match")
                        .orElseThrow(() -> ProblemType.VERSION_REQUIRED
                                .saying("Send If-Match with the ETag you got when you read it.")
                                .at("If-Match")
                                .asException())
                        .split(","))
                .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
                .toList();
        return tags.contains(WHATEVER)
                ? Seen.ANYTHING
                : new Seen.Only(
                        tags.stream().filter(Version::canBe).map(Version::new).toList());
    }

    /** Whether the caller has this already, by If-None-Match. */
    public static boolean known(Call call, String tag) {
        return call.header("If-None-Match")
                .filter(tags -> Arrays.stream(tags.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals(WHATEVER)
                                || one.replaceFirst("^W/", "").equals(tag)))
                .isPresent();
    }

    /** The same where the edit was worked out from the present version: another one in between makes it outdated. */
    public static Seen seen(Call call, Version present) {
        var seen = seen(call);
        return seen.fits(present) ? Seen.of(present) : seen;
    }
}
