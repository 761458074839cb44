package downbeat.web.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A page that listens to server-sent events, as a browser does. */
public final class EventSource implements AutoCloseable {

    /** @param at {@link System#nanoTime} when it was heard */
    public record Heard(long at, String id, JsonNode data) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<Stream<String>> response;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile String id = "";

    /** @param last the id of the last event of before, or empty */
    public EventSource(String url, String token, String last) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        try {
            response = http.send(request.build(), BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        var reader = new Thread(this::read, "event-source");
        reader.setDaemon(true);
        reader.start();
        Awaitility.await().until(() -> !id.isEmpty());
    }

    private void read() {
        try {
            response.body().forEach(this::line);
        } catch (UncheckedIOException end) {
            // closed by either side
        }
    }

    private void line(String line) {
        if (line.startsWith("id: ")) {
            id = line.substring("id: ".length());
        } else if (line.startsWith("data: ")) {
            try {
                heard.add(new Heard(
                        System.nanoTime(), id, new ObjectMapper().readTree(line.substring("data: ".length()))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public String type() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /** The id that a browser would come again with. */
    public String last() {
        return id;
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
