package downbeat.web.http.page;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import java.util.Arrays;
import java.util.Locale;

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
}
