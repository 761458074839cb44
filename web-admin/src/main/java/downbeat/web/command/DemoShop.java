package downbeat.web.command;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import downbeat.web.webhook.domain.EventId;
import downbeat.web.webhook.domain.Secret;
import downbeat.web.webhook.domain.Signature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The demo trainer's shop: a server on this machine, in the demo's own process, that takes what is signed with its secret. */
final class DemoShop implements AutoCloseable {
    private static final String PATH = "/hooks/downbeat";
    private static final int LONGEST = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Supplier<Optional<Secret>> secret = Optional::empty;

    private DemoShop(HttpServer server) {
        this.server = server;
    }

    static DemoShop open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var shop = new DemoShop(server);
        server.setExecutor(shop.threads);
        server.createContext(PATH, shop::answer);
        server.start();
        return shop;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** Before it is told so it asks to be told later. */
    void knows(Supplier<Optional<Secret>> present) {
        secret = present;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readNBytes(LONGEST), StandardCharsets.UTF_8);
            var known = secret.get();
            var status = known.map(it -> isSigned(it, exchange.getRequestHeaders(), body) ? 204 : 401);
            exchange.sendResponseHeaders(status.orElse(503), -1);
        }
    }

    private static boolean isSigned(Secret secret, Headers headers, String body) {
        try {
            var id = new EventId(String.valueOf(headers.getFirst("webhook-id")));
            var at = Instant.ofEpochSecond(Long.parseLong(String.valueOf(headers.getFirst("webhook-timestamp"))));
            var signatures =
                    String.valueOf(headers.getFirst("webhook-signature")).split(" ", -1);
            return Arrays.asList(signatures).contains(Signature.header(List.of(secret), id, at, body));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
