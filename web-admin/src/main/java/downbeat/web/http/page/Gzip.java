package downbeat.web.http.page;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Content coding gzip. */
public final class Gzip {
    private Gzip() {}

    /** Whether the client takes it. */
    public static boolean accepted(HttpRequest request) {
        var codings =
                request.getHeader("Accept-Encoding").map(HttpHeader::value).orElse("");
        return Arrays.stream(codings.toLowerCase(Locale.ROOT).split(","))
                .map(c -> c.replace(" ", ""))
                .anyMatch(c -> c.equals("gzip") || (c.startsWith("gzip;q=") && !c.matches("gzip;q=0(\\.0*)?")));
    }

    public static byte[] compress(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
