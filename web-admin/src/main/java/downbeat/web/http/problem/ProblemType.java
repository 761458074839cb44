package downbeat.web.http.problem;

import java.util.Map;

/**
 * The kinds of problem that the HTTP layer itself finds. Those that the rules of an aggregate find carry the refusal's own
 * code (see {@link Refusals}).
 */
public enum ProblemType {
    BAD_REQUEST(400, "The request is not valid HTTP"),
    BAD_JSON(400, "The body is not valid JSON"),
    BAD_FIELD(400, "A field has a value that is not allowed"),
    MISSING_FIELD(400, "A required field is missing"),
    UNKNOWN_FIELD(400, "The body has a field that is not known here"),
    UNKNOWN_QUERY(400, "The query has a parameter that is not known here"),
    BAD_CURSOR(400, "The cursor is not one of ours or belongs to another list"),
    BAD_WORKOUT(400, "The workout file cannot be read"),
    BAD_CSV(400, "The file of comma separated values cannot be read"),
    BAD_CALENDAR(400, "The calendar file or page cannot be read"),
    BAD_SUBPROTOCOL(400, "The WebSocket must speak cue.v1"),
    UPGRADE_REQUIRED(426, "This address speaks WebSocket only"),
    SIGN_IN_REQUIRED(401, "Sign in first"),
    WRONG_CREDENTIALS(401, "E-mail and password do not match"),
    SESSION_ENDED(401, "This session has ended"),
    WRONG_PASSWORD(422, "This is not the password of your account"),
    ROLE_REQUIRED(403, "Your account lacks the role for this"),
    NOT_YOUR_DEVICE(403, "A device at a door acts as itself only"),
    SUPERVISOR_REQUIRED(403, "Only a supervisor decides against the rules of the door"),
    ADMISSION_OVER(403, "This admission is not good any more"),
    NOT_YOUR_ADMISSION(403, "This admission is not for you here"),
    CROSS_ORIGIN(403, "Requests from other sites may not change anything"),
    ROLE_NOT_OPEN(403, "This role cannot be taken by registering"),
    NOT_FOUND(404, "There is nothing here for you"),
    METHOD_NOT_ALLOWED(405, "This address does not take this method"),
    STILL_OPEN(409, "Something of yours is not over yet"),
    STILL_IN_PROGRESS(409, "The same request is still being answered"),
    INVITATION_USED(410, "This invitation was used before"),
    INVITATION_EXPIRED(410, "This invitation has expired"),
    TRANSFER_OVER(410, "This ticket is no longer offered with this link"),
    NO_KEY_LEFT(409, "A pass has no room for another key"),
    VERSION_MISMATCH(412, "It has changed since you read it"),
    BODY_TOO_LARGE(413, "The body is too large"),
    ADDRESS_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a media type that is not taken here"),
    RANGE_NOT_SATISFIABLE(416, "There is no such part"),
    KEY_REUSED(422, "The idempotency key was used for another request"),
    VERSION_REQUIRED(428, "Say which version you edit"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    UNKNOWN_METHOD(501, "The method is not one of HTTP that is spoken here"),
    UNAVAILABLE(503, "Not available right now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /** The stable kebab-case name. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public Problem saying(String detail) {
        return new Problem(status, code(), title, detail, null, Map.of());
    }

    /** A field of the request is at fault: the detail begins with its name. */
    public ProblemException at(String field, String detail) {
        return saying(field + " " + detail).at(field).asException();
    }
}
