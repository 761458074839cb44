package downbeat.web.http.guard;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import java.util.List;

/** Headers of every answer. */
public final class SecurityHeaders {
    private static final String POLICY = "Content-Security-Policy";
    private static final HttpHeader UNFRAMED = RawHeader.create("X-Frame-Options", "DENY");
    /** Where an answer brings a header of its own, it knows better. */
    private static final List<HttpHeader> ALWAYS = List.of(
            RawHeader.create("X-Content-Type-Options", "nosniff"),
            RawHeader.create("Referrer-Policy", "same-origin"),
            RawHeader.create("Cross-Origin-Opener-Policy", "same-origin"),
            RawHeader.create("Cross-Origin-Resource-Policy", "same-origin"));

    private static final HttpHeader NOTHING = RawHeader.create(POLICY, "default-src 'none'; frame-ancestors 'none'");
    private static final HttpHeader HTTPS_ONLY = RawHeader.create("Strict-Transport-Security", "max-age=31536000");

    private SecurityHeaders() {}

    public static HttpResponse on(HttpResponse response, boolean https) {
        var guarded = response.addHeaders(ALWAYS.stream()
                .filter(header -> response.getHeader(header.name()).isEmpty())
                .toList());
        if (response.getHeader(POLICY).isEmpty()) {
            guarded = guarded.addHeader(NOTHING);
        }
        if (!mayBeFramed(response)) {
            guarded = guarded.addHeader(UNFRAMED);
        }
        return https ? guarded.addHeader(HTTPS_ONLY) : guarded;
    }

    /** Only what says so itself. */
    private static boolean mayBeFramed(HttpResponse response) {
        return response.getHeader(POLICY)
                .filter(policy -> policy.value().contains("frame-ancestors *"))
                .isPresent();
    }
}
