package downbeat.classes.live.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.NotUsed;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.AttributeKeys;
import akka.http.javadsl.model.ws.Message;
import akka.http.javadsl.model.ws.TextMessage;
import akka.stream.javadsl.Flow;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Over real sockets: a server of Akka HTTP, a client of the JDK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketDoorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LONG = "x".repeat(16_000);

    private final ActorTestKit kit = ActorTestKit.create();
    private final AtomicLong sent = new AtomicLong();
    private final CompletableFuture<String> cut = new CompletableFuture<>();
    private ServerBinding server;

    @BeforeAll
    void opens() throws Exception {
        server = Http.get(kit.system())
                .newServerAt("127.0.0.1", 0)
                .bindSync(request -> SocketDoor.answer(
                        request.getAttribute(AttributeKeys.webSocketUpgrade).orElseThrow(),
                        handler(request.getUri().path()),
                        "cue.v1"))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @AfterAll
    void closes() {
        kit.shutdownTestKit();
    }

    private Flow<Message, Message, NotUsed> handler(String path) {
        return switch (path) {
            case "/echo" -> Flow.<Message>create();
            case "/slow" -> Flow.fromSinkAndSource(Sink.ignore(), Source.failed(new SocketClosed(3008, "too slow")));
            case "/end" -> Flow.fromSinkAndSource(Sink.ignore(), Source.empty());
            case "/bug" -> Flow.fromSinkAndSource(Sink.ignore(), Source.failed(new IllegalStateException("bug")));
            default -> flooding();
        };
    }

    /** Speaks without end, and asks for 3008 once the peer has not taken anything for a while. */
    private Flow<Message, Message, NotUsed> flooding() {
        var talk = Source.repeat((Message) TextMessage.create(LONG))
                .wireTap(ignored -> sent.incrementAndGet())
                .backpressureTimeout(Duration.ofMillis(500))
                .mapError(Throwable.class, slow -> new SocketClosed(3008, "too slow"))
                .watchTermination((mat, done) -> {
                    done.whenComplete((ok, failure) -> cut.complete(String.valueOf(failure)));
                    return mat;
                });
        return Flow.fromSinkAndSourceCoupled(Sink.ignore(), talk);
    }

    @Test
    void messages_go_both_ways_in_fragments_and_with_emoji() throws Exception {
        var device = new Device("/echo");
        device.socket
                .sendText("Halb", false)
                .thenCompose(ws -> ws.sendText("zeit! 🚴 مرحبا", true))
                .join();
        assertThat(device.texts.poll(20, TimeUnit.SECONDS)).isEqualTo("Halbzeit! 🚴 مرحبا");
        assertThat(device.socket.getSubprotocol()).isEqualTo("cue.v1");
        device.socket.sendClose(1000, "").join();
        assertThat(device.code()).isEqualTo(1000);
    }

    @Test
    void a_ping_is_answered() throws Exception {
        var device = new Device("/echo");
        device.socket
                .sendPing(ByteBuffer.wrap("tick".getBytes(StandardCharsets.UTF_8)))
                .join();
        assertThat(device.pongs.poll(20, TimeUnit.SECONDS)).isEqualTo("tick");
    }

    @Test
    void the_handler_chooses_the_close_code() throws Exception {
        assertThat(new Device("/slow").code()).isEqualTo(3008);
        assertThat(new Device("/end").code()).isEqualTo(1000);
        assertThat(new Device("/bug").code()).isEqualTo(1011);
    }

    @Test
    void a_message_over_64_KiB_is_closed_with_1009() throws Exception {
        var device = new Device("/echo");
        device.socket.sendText("y".repeat(64 * 1024 + 1), true).join();
        assertThat(device.code()).isEqualTo(1009);
    }

    @Test
    void a_peer_that_never_reads_is_aborted() throws Exception {
        try (var mute = new Socket()) {
            mute.setReceiveBufferSize(4096);
            mute.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), server.localAddress().getPort()));
            mute.getOutputStream().write(handshake("/flood"));
            assertThat(cut.get(20, TimeUnit.SECONDS)).contains("too slow");
            await().atMost(PATIENCE).until(() -> aborted(mute));
        }
        assertThat(sent.get()).as("memory stays flat: what TCP took, not more").isLessThan(10_000);
    }

    /** A reset makes writing fail; a connection that merely waits for us to read takes our bytes. */
    private static boolean aborted(Socket socket) {
        try {
            socket.getOutputStream()
                    .write(ClientFrames.of(true, Opcode.PONG, new byte[0]).toArray());
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private byte[] handshake(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Protocol: cue.v1\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private final class Device implements WebSocket.Listener {
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;

        Device(String path) {
            var url = URI.create("ws://127.0.0.1:" + server.localAddress().getPort() + path);
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols("cue.v1")
                    .buildAsync(url, this)
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        }

        int code() throws Exception {
            return closed.get(20, TimeUnit.SECONDS);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            pongs.add(StandardCharsets.UTF_8.decode(message).toString());
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            closed.complete(statusCode);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
