package downbeat.drops.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What benchmarks make of the answers of a node: one that breaks its promises must not be measured as if it kept them. */
class HttpShopTest {
    private record Answered(int status, String retryAfter) {}

    private volatile Answered next = new Answered(201, "");
    private HttpServer node;
    private HttpShop shop;

    @BeforeEach
    void open() throws Exception {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        node.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        node.createContext("/", exchange -> {
            var claim = exchange.getRequestURI().getPath().endsWith("/claims");
            answer(exchange, claim ? next : new Answered(200, ""));
        });
        node.start();
        shop = new HttpShop(
                "stub", URI.create("http://127.0.0.1:" + node.getAddress().getPort()));
        shop.open("round", 1);
    }

    @AfterEach
    void close() {
        node.stop(0);
    }

    private static void answer(HttpExchange exchange, Answered answer) throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        var body = "{\"token\":\"t\",\"dropId\":\"d-1\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void who_is_turned_away_without_a_word_when_to_come_again_fails_the_benchmark() throws Exception {
        try (var client = shop.client()) {
            assertThat(client.claim("round", "m-0")).isEqualTo(Shop.Answer.CLAIMED);
            next = new Answered(409, "");
            assertThat(client.claim("round", "m-1")).isEqualTo(Shop.Answer.SOLD_OUT);
            next = new Answered(503, "3");
            assertThat(client.claim("round", "m-2")).isEqualTo(Shop.Answer.BUSY);
            for (int status : new int[] {429, 503}) {
                next = new Answered(status, "");
                assertThatThrownBy(() -> client.claim("round", "m-3"))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(status + " does not say when to try again");
            }
            next = new Answered(500, "3");
            assertThatThrownBy(() -> client.claim("round", "m-4")).hasMessageContaining("500");
        }
    }
}
