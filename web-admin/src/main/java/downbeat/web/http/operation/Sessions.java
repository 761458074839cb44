package downbeat.web.http.operation;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.headers.Cookie;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.identity.Caller;
import downbeat.web.identity.Identity;
import downbeat.web.identity.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

/** Where a request carries its session: a cookie for browsers, a bearer token for everything else. */
public final class Sessions {
    /** The name of the session cookie. */
    public static final String COOKIE = "db_session";

    private final Identity identity;
    private final Clock clock;

    public Sessions(Identity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Who calls. A bearer token that is not good ends the request with 401; a cookie that is not good is nobody, so that a
     * browser with an old cookie still sees what anybody may see.
     */
    public CompletionStage<Optional<Caller>> caller(HttpRequest request) {
        var header = request.getHeader("Authorization").map(HttpHeader::value);
        if (header.isPresent()) {
            return identity.authenticate(bearer(header.get())).thenApply(caller -> {
                if (caller.isEmpty()) {
                    throw ended();
                }
                return caller;
            });
        }
        return cookie(request)
                .map(identity::authenticate)
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private static String bearer(String header) {
        if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw ended();
        }
        return header.substring(7).strip();
    }

    private static RuntimeException ended() {
        return ProblemType.SESSION_ENDED
                .saying("The token is not valid, has expired or was signed out. Sign in again at POST /api/v1/session.")
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .asException();
    }

    private static Optional<String> cookie(HttpRequest request) {
        return StreamSupport.stream(request.getHeaders(Cookie.class).spliterator(), false)
                .flatMap(c -> StreamSupport.stream(c.getCookies().spliterator(), false))
                .filter(c -> c.name().equals(COOKIE))
                .map(c -> c.value())
                .findFirst();
    }

    /** The Set-Cookie value that carries the session. */
    public String open(SignedIn session, boolean https) {
        var seconds = Duration.between(clock.instant(), session.expiresAt()).toSeconds();
        return COOKIE + "=" + session.token() + "; Max-Age=" + seconds + attributes(https);
    }

    /** The Set-Cookie value that removes it. */
    public String close(boolean https) {
        return COOKIE + "=; Max-Age=0" + attributes(https);
    }

    private static String attributes(boolean https) {
        return "; Path=/; HttpOnly; SameSite=Lax" + (https ? "; Secure" : "");
    }
}
