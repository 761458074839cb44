package downbeat.web.http.resource;

import downbeat.web.asset.AssetType;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.ByteRange;
import downbeat.web.http.operation.ByteRange.Asked;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.ProblemType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of an asset as its address names it: what is there never changes, and nothing in it may run.
 *
 * @param hash SHA-256 of its bytes in hexadecimal
 */
public record AssetFile(String hash, AssetType type) {
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.([a-z0-9]{3,4})");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    /** Empty for what names no asset. */
    public static Optional<AssetFile> named(String name) {
        return Optional.of(NAME.matcher(name))
                .filter(Matcher::matches)
                .flatMap(parts ->
                        AssetType.ofExtension(parts.group(2)).map(type -> new AssetFile(parts.group(1), type)));
    }

    private String tag() {
        return '"' + hash + '"';
    }

    /** All of it, the part that was asked for, or nothing when the client has it. */
    Answer answer(Call call, byte[] content) {
        if (Versions.known(call, tag())) {
            return headed(304, null);
        }
        var wanted = isOlder(call) ? Optional.<String>empty() : call.header("Range");
        return switch (ByteRange.read(wanted, content.length)) {
            case Asked.Whole() -> headed(200, content);
            case Asked.Part(ByteRange(int from, int to)) ->
                headed(206, Arrays.copyOfRange(content, from, to + 1))
                        .with("Content-Range", "bytes " + from + "-" + to + "/" + content.length);
            case Asked.Nothing() ->
                throw ProblemType.RANGE_NOT_SATISFIABLE
                        .saying("Range asks for bytes beyond the end; this file has " + content.length + " bytes.")
                        .at("Range")
                        .with("Content-Range", "bytes */" + content.length)
                        .asException();
        };
    }

    /** The client has a part of something else: only the whole goes on from there. */
    private boolean isOlder(Call call) {
        return call.header("If-Range").filter(tag -> !tag.equals(tag())).isPresent();
    }

    private Answer headed(int status, byte @org.jspecify.annotations.Nullable [] content) {
        return new Answer(
                status,
                type.media(),
                content,
                Map.of(
                        "ETag",
                        tag(),
                        "Cache-Control",
                        FOR_EVER,
                        "Accept-Ranges",
                        "bytes",
                        "Content-Security-Policy",
                        NOTHING_RUNS),
                Optional.empty());
    }
}
