package downbeat.classes.live.connection;

import akka.http.javadsl.model.ws.TextMessage;
import akka.stream.Materializer;
import akka.stream.StreamLimitReachedException;
import akka.stream.javadsl.Sink;
import akka.stream.stage.AsyncCallback;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** Makes whole texts of messages that come in parts. */
final class Texts {
    /** The largest frame of a device, bytes of UTF-8. */
    static final int MOST_BYTES = 64 * 1024;

    private static final Duration WITHIN = Duration.ofSeconds(5);

    sealed interface Collected {
        record Text(String text) implements Collected {}

        record TooBig() implements Collected {}

        record Broken() implements Collected {}
    }

    private final AsyncCallback<Collected> whole;

    Texts(AsyncCallback<Collected> whole) {
        this.whole = whole;
    }

    /** Calls back with the whole; one message at a time. */
    void collect(TextMessage message, Materializer materializer) {
        message.getStreamedText()
                .limitWeighted(MOST_BYTES, part -> (long) part.length())
                .completionTimeout(WITHIN)
                .runWith(Sink.fold("", String::concat), materializer)
                .handle((text, failure) -> failure == null ? judged(text) : broken(failure))
                .thenAccept(whole::invoke);
    }

    static Collected judged(String text) {
        var fits = text.length() <= MOST_BYTES / 3 || text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        return fits ? new Collected.Text(text) : new Collected.TooBig();
    }

    private static Collected broken(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof StreamLimitReachedException ? new Collected.TooBig() : new Collected.Broken();
    }
}
