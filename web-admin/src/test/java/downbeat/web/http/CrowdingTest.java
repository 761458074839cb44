package downbeat.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.cluster.node.NodeStartException;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One more request than may be under way. */
class CrowdingTest {
    private static final int WAITING = 2;
    private static final String BEGINNING = """
            POST /api/v1/session HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Content-Length: 60\r
            \r
            {"email":""";
    private static final String END = "\"nobody@example.org\",\"password\":\"none-of-it-is-true\"}   ";

    @Test
    void whoever_comes_above_it_is_told_when_to_come_again_and_is_let_in_afterwards() throws IOException {
        try (var stage = Stage.open("downbeat.http.most-under-way = 1")) {
            var visitor = stage.anonymous();
            try (var slow = connected(stage)) {
                send(slow, BEGINNING);
                Awaitility.await().until(() -> metric(stage.url(), "downbeat_http_under_way") == 1);

                var turnedAway = visitor.get("/api/v1/classes");
                assertThat(turnedAway.status()).isEqualTo(503);
                assertThat(turnedAway.header("Retry-After")).isIn("1", "2", "3", "4");
                assertThat(turnedAway.json().path("type").asText()).endsWith("unavailable");
                assertThat(turnedAway.json().path("detail").asText()).contains("nothing has changed");
                assertThat(metric(stage.url(), "downbeat_http_turned_away_total"))
                        .isEqualTo(1);
                assertThat(visitor.get("/health/live").status())
                        .as("a node in a crowd lives")
                        .isEqualTo(200);

                send(slow, END);
            }
            Awaitility.await().until(() -> metric(stage.url(), "downbeat_http_under_way") == 0);
            assertThat(visitor.get("/api/v1/classes").status()).isEqualTo(200);
        }
    }

    @Test
    void whoever_comes_above_it_waits_and_is_let_in_when_there_is_room() throws IOException {
        try (var stage = Stage.open("downbeat.http { most-under-way = 1, patience = 1 minute }")) {
            var visitor = stage.anonymous();
            try (var slow = connected(stage)) {
                send(slow, BEGINNING);
                Awaitility.await().until(() -> metric(stage.url(), "downbeat_http_under_way") == 1);
                var waiting = new ArrayList<CompletableFuture<Reply>>();
                for (int who = 1; who <= WAITING; who++) {
                    int present = who;
                    waiting.add(CompletableFuture.supplyAsync(() -> visitor.get("/api/v1/classes")));
                    Awaitility.await().until(() -> metric(stage.url(), "downbeat_http_waiting") == present);
                }
                assertThat(waiting).noneMatch(CompletableFuture::isDone);
                send(slow, END);
                assertThat(waiting).allMatch(it -> it.join().status() == 200);
            }
            assertThat(metric(stage.url(), "downbeat_http_turned_away_total")).isZero();
            assertThat(metric(stage.url(), "downbeat_http_waiting")).isZero();
        }
    }

    @Test
    void none_at_all_is_no_limit_to_start_with() {
        assertThatThrownBy(() -> Stage.open("downbeat.http.most-under-way = 0"))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NodeStartException.class)
                .hasMessageContaining("downbeat.http.most-under-way must be at least 1, but is 0.");
    }

    private static Socket connected(Stage stage) throws IOException {
        var address = URI.create(stage.url());
        return new Socket(address.getHost(), address.getPort());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static double metric(String url, String name) {
        return Visitor.anonymous(url)
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .sum();
    }
}
