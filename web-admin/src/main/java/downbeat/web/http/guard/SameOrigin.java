package downbeat.web.http.guard;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import downbeat.web.http.problem.ProblemType;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The defence against requests that another site makes a browser send. A browser says where a request comes from
 * ({@code Sec-Fetch-Site}, {@code Origin}); clients that are no browsers say nothing and have no cookies to abuse.
 */
public final class SameOrigin {
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Set<String> trusted;

    /** {@code trusted}: further origins, such as {@code https://studio.example}, of which pages may call this node. */
    public SameOrigin(Set<String> trusted) {
        this.trusted = Set.copyOf(trusted);
    }

    /** Lets the request pass or ends it with 403. */
    public void check(HttpRequest request) {
        var origin = header(request, "Origin");
        var site = header(request, "Sec-Fetch-Site");
        var own = origin.map(o -> trusted.contains(o) || isHost(o, request))
                .orElseGet(() -> site.map(OWN::contains).orElse(true));
        if (!own) {
            throw ProblemType.CROSS_ORIGIN
                    .saying("The request came from " + origin.or(() -> site).orElse("another site")
                            + "; it must come from the pages of this node.")
                    .asException();
        }
    }

    private static boolean isHost(String origin, HttpRequest request) {
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null
                    && authority
                            .toLowerCase(Locale.ROOT)
                            .equals(header(request, "Host").orElse("").toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notAUri) {
            return false;
        }
    }

    private static Optional<String> header(HttpRequest request, String name) {
        return request.getHeader(name).map(HttpHeader::value);
    }
}
