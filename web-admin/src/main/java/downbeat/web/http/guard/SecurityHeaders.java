package downbeat.web.http.guard;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import java.util.List;

/** Headers of every answer. */
public final class SecurityHeaders {
    private static final List<HttpHeader> ALWAYS = List.of(
            RawHeader.create("X-Content-Type-Options", "nosniff"),
            RawHeader.create("X-Frame-Options", "DENY"),
            RawHeader.create("Referrer-Policy", "same-origin"),
            RawHeader.create("Cross-Origin-Opener-Policy", "same-origin"),
            RawHeader.create("Cross-Origin-Resource-Policy", "same-origin"));
    private static final HttpHeader NOTHING =
            RawHeader.create("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    private static final HttpHeader HTTPS_ONLY = RawHeader.create("Strict-Transport-Security", "max-age=31536000");

    private SecurityHeaders() {}

    public static HttpResponse on(HttpResponse response, boolean https) {
        var guarded = response.addHeaders(ALWAYS);
        if (guarded.getHeader("Content-Security-Policy").isEmpty()) {
            guarded = guarded.addHeader(NOTHING);
        }
        return https ? guarded.addHeader(HTTPS_ONLY) : guarded;
    }
}
