package downbeat.web.stage;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A socket on the live address that sends whatever it likes and waits to be closed. */
public final class RawSocket implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final WebSocket socket;

    private RawSocket(String httpUrl) {
        var url = URI.create(httpUrl.replaceFirst("^http", "ws") + "/api/v1/live");
        this.socket = http.newWebSocketBuilder()
                .subprotocols("cue.v1")
                .buildAsync(url, new Ear())
                .join();
    }

    public static RawSocket open(String httpUrl) {
        return new RawSocket(httpUrl);
    }

    public RawSocket says(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    public RawSocket says(byte[] binary) {
        socket.sendBinary(ByteBuffer.wrap(binary), true).join();
        return this;
    }

    /** The same to a server that may hang up meanwhile. */
    public void saysOn(String text) {
        boolean unused =
                socket.sendText(text, true).handle((sent, cut) -> cut == null).join();
    }

    /** Waits for the close code. */
    public int closeCode() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Text frames that came so far. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.completeExceptionally(failure);
        }
    }
}
