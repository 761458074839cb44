package downbeat.web.http.operation;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.headers.Cookie;
import downbeat.web.door.DoorSession;
import downbeat.web.door.DoorTokens;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.identity.Caller;
import downbeat.web.identity.Identity;
import downbeat.web.identity.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

/** Where a request carries its session: a cookie for browsers, a bearer token for everything else. */
public final class Sessions {
    /** The name of the session cookie. */
    public static final String COOKIE = "db_session";

    /** The name of the cookie of a device at a door. */
    public static final String DOOR_COOKIE = "db_door";

    private final Identity identity;
    private final DoorTokens doors;
    private final Clock clock;

    public Sessions(Identity identity, DoorTokens doors, Clock clock) {
        this.identity = identity;
        this.doors = doors;
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
        return cookie(request, COOKIE)
                .map(identity::authenticate)
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** As which device this browser stands at which door; a cookie that is not good is none. */
    public Optional<DoorSession> door(HttpRequest request) {
        return cookie(request, DOOR_COOKIE).flatMap(doors::read);
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

    private static Optional<String> cookie(HttpRequest request, String name) {
        return StreamSupport.stream(request.getHeaders(Cookie.class).spliterator(), false)
                .flatMap(c -> StreamSupport.stream(c.getCookies().spliterator(), false))
                .filter(c -> c.name().equals(name))
                .map(c -> c.value())
                .findFirst();
    }

    /** The Set-Cookie value that carries the session. */
    public String open(SignedIn session, boolean https) {
        return COOKIE + "=" + session.token() + lasting(session.expiresAt()) + attributes("/", "Lax", https);
    }

    /** The Set-Cookie value that removes it. */
    public String close(boolean https) {
        return COOKIE + "=; Max-Age=0" + attributes("/", "Lax", https);
    }

    /** The Set-Cookie value that carries a door session: no other site leads a browser through a door. */
    public String open(DoorTokens.Signed door, boolean https) {
        return DOOR_COOKIE + "=" + door.token() + lasting(door.session().expiresAt())
                + attributes("/api/", "Strict", https);
    }

    /** The Set-Cookie value that removes it. */
    public String closeDoor(boolean https) {
        return DOOR_COOKIE + "=; Max-Age=0" + attributes("/api/", "Strict", https);
    }

    private String lasting(Instant until) {
        return "; Max-Age=" + Duration.between(clock.instant(), until).toSeconds();
    }

    private static String attributes(String path, String sites, boolean https) {
        return "; Path=" + path + "; HttpOnly; SameSite=" + sites + (https ? "; Secure" : "");
    }
}
