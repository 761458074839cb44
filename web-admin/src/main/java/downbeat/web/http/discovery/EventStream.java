package downbeat.web.http.discovery;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.cluster.wire.Json;
import downbeat.web.alert.News;
import downbeat.web.http.discovery.AlertJson.ToldJson;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Stream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is told, as server-sent events (HTML Living Standard, 9.2): one {@code told} each, with the number of its wave as id. */
final class EventStream {
    static final String TYPE = "text/event-stream";
    /** Before any proxy takes the silence for an end. */
    private static final Duration SILENCE = Duration.ofSeconds(15);
    /** Then the browser comes again, and is asked again who it is. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private EventStream() {}

    static boolean asked(Call call) {
        return call.header("Accept").filter(it -> it.contains(TYPE)).isPresent();
    }

    /** The number of the last wave that a browser which comes again has heard of. */
    static Optional<Long> last(Call call) {
        return call.header("Last-Event-ID")
                .filter(it -> it.matches("\\d{1,18}"))
                .map(Long::parseLong);
    }

    /** @param now the number of the last wave: where a browser begins that has missed nothing */
    static Answer of(long now, List<News> missed, Source<News, NotUsed> live) {
        var pieces = Source.single(ByteString.fromString("retry: 2000\n\n"))
                .concat(Source.from(missed).map(EventStream::event))
                .concat(Source.single(ByteString.fromString("id: " + now + "\n\n")))
                .concat(live.map(EventStream::event))
                .keepAlive(SILENCE, () -> ByteString.fromString(":\n\n"))
                .takeWithin(LONGEST);
        return Answer.stream(TYPE, new Stream(pieces)).with("X-Accel-Buffering", "no");
    }

    private static ByteString event(News news) throws JsonProcessingException {
        var data = Json.mapper().writeValueAsString(ToldJson.of(news));
        return ByteString.fromString("id: " + news.change() + "\nevent: told\ndata: " + data + "\n\n");
    }
}
