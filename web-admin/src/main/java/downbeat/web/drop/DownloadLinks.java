package downbeat.web.drop;

import downbeat.kernel.ParticipantId;
import downbeat.web.identity.token.Purpose;
import downbeat.web.identity.token.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Signed links to files of a bundle. They are good for whoever has them, and for a quarter of an hour. */
public final class DownloadLinks {
    public static final Duration LIFE = Duration.ofMinutes(15);

    private final Tokens tokens;

    public DownloadLinks(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A file under the name by which its reader knows it. */
    public record File(String asset, String name) {}

    public Tokens.Token sign(ParticipantId reader, File file) {
        return tokens.sign(Purpose.DOWNLOAD, reader.value(), Map.of("asset", file.asset(), "name", file.name()), LIFE);
    }

    /** What the link leads to, if it is ours and has not expired. */
    public Optional<File> read(String token) {
        return tokens.verify(Purpose.DOWNLOAD, token)
                .map(claims ->
                        new File(String.valueOf(claims.getClaim("asset")), String.valueOf(claims.getClaim("name"))));
    }
}
