package downbeat.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, a clear answer goes out, and the node stays up. */
class GarbageTest {
    private static final String[] JSON = {"Content-Type", "application/json"};
    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.open();
    }

    @AfterAll
    static void close() {
        assertThat(stage.anonymous().get("/health/ready").status()).isEqualTo(200);
        stage.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404",
        "GET, /api/v1/nothing, 404",
        "GET, /api/v1/classes/nobody-knows-it, 404",
        "GET, /ui/../logback.xml, 404",
        "GET, /ui/%2e%2e/logback.xml, 404",
        "GET, /vendor/../../reference.conf, 404",
        "GET, /vendor/%2e%2e/%2e%2e/reference.conf, 404",
        "PUT, /api/v1/session, 405",
        "GET, /api/v1/accounts, 401",
        "PUT, /api/v1/accounts, 405",
        "GET, /api/v1/classes?%F0%9F%9A%B4=1, 400",
        "GET, /api/v1/classes/%ff, 404",
        "OPTIONS, /api/v1/session, 405",
        "GET, /api/v1/session?x=1, 400",
        "GET, /api/v1/me?x=1, 401",
        "GET, /api/v1/live, 426"
    })
    void what_is_not_there_is_a_problem_document(String method, String path, int status) {
        var reply = stage.anonymous().send(method, path, null).expecting(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().get("type").asText()).startsWith("https://downbeat.dev/problems/");
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        assertThat(stage.anonymous().send("PATCH", "/api/v1/session", null).header("Allow"))
                .isEqualTo("DELETE, GET, POST");
    }

    @Test
    void ten_megabytes_are_too_large() {
        var reply = stage.anonymous().send("POST", "/api/v1/accounts", new byte[10_000_000], JSON);
        assertThat(reply.expecting(413).problem()).isEqualTo("body-too-large");
    }

    @Test
    void a_form_is_not_json() {
        var reply = stage.anonymous()
                .send(
                        "POST",
                        "/api/v1/session",
                        "email=a".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(reply.expecting(415).problem()).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"email\":NaN}",
                "{\"email\":3,\"password\":\"x\"}",
                "{\"email\":null}",
                "\uFEFF{}",
                "{\"\\ud800\":1}",
                "{\"a\":\"\\u0000\"}",
                "{\"email\":\"a\",\"email\":\"b\"}",
                "{\"__proto__\":1}"
            })
    void a_broken_body_is_told_what_is_wrong(String body) {
        var reply = stage.anonymous().send("POST", "/api/v1/session", body.getBytes(StandardCharsets.UTF_8), JSON);
        assertThat(reply.expecting(400).json().get("detail").asText()).isNotBlank();
    }

    @Test
    void half_an_emoji_in_a_name_is_not_our_fault() {
        var name = "x".repeat(63) + "🚴".repeat(40);
        var reply = stage.anonymous()
                .send("POST", "/api/v1/session", ("{\"" + name + "\":1}").getBytes(StandardCharsets.UTF_8), JSON);
        assertThat(reply.expecting(400).problem()).isEqualTo("unknown-field");
    }

    @Test
    void a_stream_that_does_not_end_is_cut_at_the_limit() throws IOException {
        var url = URI.create(stage.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/v1/session HTTP/1.1\r\nHost: " + url.getAuthority()
                            + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            var chunk = ("4000\r\n" + " ".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            for (int n = 0; n < 20; n++) {
                out.write(chunk);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            var first = new byte[12];
            assertThat(socket.getInputStream().readNBytes(first, 0, first.length))
                    .isEqualTo(first.length);
            assertThat(new String(first, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", "Bearer eyJhbGciOiJub25lIn0.e30."})
    void a_stale_or_made_up_token_is_told_to_sign_in_again(String header) {
        var reply = stage.anonymous().send("GET", "/health/live", null, "Authorization", header);
        assertThat(reply.expecting(401).problem()).isEqualTo("session-ended");
    }

    @Test
    void a_stale_cookie_is_nobody() {
        stage.anonymous()
                .send("GET", "/health/live", null, "Cookie", "db_session=old")
                .expecting(200);
        stage.anonymous()
                .send("GET", "/api/v1/me", null, "Cookie", "db_session=old")
                .expecting(401);
    }

    @Test
    void an_idempotency_key_beyond_reason_is_named() {
        var body = Visitor.json("{\"email\":\"q@example.org\",\"password\":\"0123456789\",\"name\":\"q\"}");
        var reply = stage.anonymous()
                .send(
                        "POST",
                        "/api/v1/accounts",
                        body,
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "k".repeat(129));
        assertThat(reply.expecting(400).json().get("field").asText()).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource({
        "'GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n', 400",
        "'GET /api/v1/classes?when=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400",
        "'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', 501",
        "'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n', 400",
        "'garbage\r\n\r\n', 400"
    })
    void what_is_not_even_http_is_answered_in_the_same_form(String raw, int status) throws IOException {
        var answer = exchange(raw);
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
    }

    @Test
    void an_endless_address_is_too_long() throws IOException {
        assertThat(exchange("GET /" + "x".repeat(9000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414");
    }

    private static String exchange(String raw) throws IOException {
        var url = URI.create(stage.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
