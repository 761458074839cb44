package downbeat.web.http.operation;

/**
 * What an operation takes as body.
 *
 * @param kind whether and how the body is read
 * @param maxBytes a larger body is answered with 413
 */
public record Takes(Kind kind, int maxBytes) {
    /** JSON bodies are forms filled in by people: 256 KiB is far beyond any of them. */
    public static final Takes JSON = new Takes(Kind.JSON, 256 * 1024);

    /** As many scans as one upload may hold, each with its pass. */
    public static final Takes SCANS = new Takes(Kind.JSON, 1024 * 1024);

    public static final Takes NOTHING = new Takes(Kind.NOTHING, 64 * 1024);

    /** Workout files in the wild are below 200 KiB. */
    public static final Takes FILE = new Takes(Kind.FILE, 1024 * 1024);

    /** What a payment provider tells, signed to the byte. */
    public static final Takes NOTICE = new Takes(Kind.FILE, 256 * 1024);

    /** What mail programs send to end letters: a form of one field, which says nothing more. */
    public static final Takes ONE_CLICK = new Takes(Kind.FILE, 64 * 1024);

    /** Music, pictures and rep models of a class. */
    public static final Takes MEDIA = new Takes(Kind.MEDIA, 8 * 1024 * 1024);

    /** A photograph as a phone takes it. */
    public static final Takes PICTURE = new Takes(Kind.FILE, 5 * 1024 * 1024);

    /** Bytes that are there only to be sent, so that a link can be measured. */
    public static final Takes LOAD = new Takes(Kind.LOAD, 1024 * 1024);

    /** How a body is read. */
    public enum Kind {
        /** No body, or an empty JSON object as browsers like to send. */
        NOTHING,
        /** A JSON object. */
        JSON,
        /** Bytes of any media type. */
        FILE,
        /** Bytes whose media type must be told. */
        MEDIA,
        /** Bytes that are let go as they come: the handler gets none of them. */
        LOAD
    }
}
