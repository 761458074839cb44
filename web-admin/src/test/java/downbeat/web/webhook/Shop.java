package downbeat.web.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The server of a shop, on this machine: it keeps what it is told. */
public final class Shop implements AutoCloseable {
    /** How it answers. */
    public enum Mood {
        WELL,
        DOWN,
        GONE,
        /** It leads elsewhere, to itself. */
        MOVED,
        /** It asks to be left alone for ten minutes. */
        BUSY,
        /** It takes what comes and never answers. */
        HANGS,
        /** Its answer has no end. */
        ENDLESS
    }

    /** One message as it came. */
    public record Told(
            String path, String id, String timestamp, String signature, String type, String agent, String body) {
        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** As the shop works it out for itself, from what Standard Webhooks says. */
        public boolean isSignedWith(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                var text = id + "." + timestamp + "." + body;
                var own =
                        "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
                return Arrays.asList(signature.split(" ")).contains(own);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger here = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Mood mood = Mood.WELL;

    public Shop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks?from=downbeat";
    }

    public void feels(Mood now) {
        mood = now;
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    /** So many requests were here at a time. */
    int mostAtATime() {
        return most.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(here.incrementAndGet(), Math::max);
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            told.add(new Told(
                    exchange.getRequestURI().toString(),
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    headers.getFirst("Content-Type"),
                    headers.getFirst("User-Agent"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            switch (mood) {
                case WELL -> exchange.sendResponseHeaders(204, -1);
                case DOWN -> exchange.sendResponseHeaders(500, -1);
                case GONE -> exchange.sendResponseHeaders(410, -1);
                case MOVED -> {
                    exchange.getResponseHeaders().set("Location", url().replace("/hooks", "/elsewhere"));
                    exchange.sendResponseHeaders(307, -1);
                }
                case BUSY -> {
                    exchange.getResponseHeaders().set("Retry-After", "600");
                    exchange.sendResponseHeaders(503, -1);
                }
                case HANGS -> hang();
                case ENDLESS -> endless(exchange);
            }
        } finally {
            here.decrementAndGet();
        }
    }

    private void hang() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until nobody reads it any more, or the shop is closed. */
    private void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var some = new byte[64 * 1024];
        while (closing.getCount() > 0) {
            exchange.getResponseBody().write(some);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
