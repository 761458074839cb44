package downbeat.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.Role;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import downbeat.web.identity.JoinTokens;
import downbeat.web.identity.token.Tokens;
import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.RawSocket;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door of the live plane over a real socket: who gets in, and what happens to garbage. */
class LiveSocketTest {
    private static final ParticipantId MIA = new ParticipantId("m-mia");
    private static final int LARGEST_FRAME = 64 * 1024;
    private static Stage stage;
    private static Visitor tara;
    private static Visitor mia;
    private static String lobby;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        tara = stage.named("tara", "TRAINER");
        mia = stage.named("mia");
        lobby = tara.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        tara.post(lobby + "/schedule").expecting(200);
        mia.post(lobby + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        tara.post(lobby + "/lobby").expecting(200);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtLTEifQ."})
    void a_made_up_token_is_closed_with_3001(String token) throws Exception {
        try (var socket = RawSocket.open(stage.url())) {
            assertThat(socket.says(connect(token)).closeCode()).isEqualTo(3001);
        }
    }

    @Test
    void a_session_is_no_join_token() throws Exception {
        try (var socket = RawSocket.open(stage.url())) {
            assertThat(socket.says(connect(mia.token())).closeCode()).isEqualTo(3001);
        }
    }

    @Test
    void a_token_that_has_expired_is_closed_with_3001() throws Exception {
        var joiner = new Joiner(new ClassId(lobby.substring(lobby.lastIndexOf('/') + 1)), MIA, "mia", Role.MEMBER);
        var tokens = stage.node().node().context().find(Tokens.class);
        var stale = new JoinTokens(tokens, Duration.ofMinutes(-1)).sign(joiner, new AccountId("a-mia"));
        try (var socket = RawSocket.open(stage.url())) {
            assertThat(socket.says(connect(stale.text())).closeCode()).isEqualTo(3001);
        }
    }

    @Test
    void a_frame_over_64_kib_is_closed_with_1009() throws Exception {
        try (var socket = RawSocket.open(stage.url())) {
            assertThat(socket.says("\"" + "x".repeat(LARGEST_FRAME) + "\"").closeCode())
                    .isEqualTo(1009);
        }
    }

    @Test
    void binary_is_another_protocol() throws Exception {
        try (var socket = RawSocket.open(stage.url())) {
            assertThat(socket.says(new byte[] {1, 2, 3}).closeCode()).isEqualTo(3000);
        }
    }

    @Test
    void garbage_is_answered_and_twenty_times_is_enough() throws Exception {
        try (var socket = RawSocket.open(stage.url())) {
            for (var frame : new String[] {
                "{", "[]", "\u0000", "{\"id\":1,\"fly\":{}}", "{\"id\":1e99,\"clock\":{}}", "{\"id\":2,\"\\ud800\":{}}"
            }) {
                socket.says(frame);
            }
            Awaitility.await().until(() -> socket.heard().size() >= 6);
            assertThat(socket.heard()).allMatch(f -> f.contains("\"error\""));
            for (int n = 0; n < 20; n++) {
                socket.saysOn("💥" + n);
            }
            assertThat(socket.closeCode()).isEqualTo(3000);
        }
    }

    @Test
    void what_is_wrong_with_a_command_is_named() {
        try (var phone = LiveDevice.join(mia, lobby)) {
            assertThat(phone.ask("hand", Map.of("up", "yes")).at("/error/field").asText())
                    .isEqualTo("up");
            assertThat(phone.ask("fly", Map.of()).at("/error/code").asText()).isEqualTo("unknown-verb");
            assertThat(phone.ask("start", Map.of()).at("/error/code").asText()).isEqualTo("not-allowed");
            assertThat(phone.answered("hand", Map.of("up", true)).get("place").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void nobody_takes_another_trainers_class() {
        var stranger = stage.named("stranger", "TRAINER");
        assertThat(stranger.post(lobby + "/join").expecting(409).problem()).isEqualTo("not-booked");
        assertThat(stranger.post(lobby + "/control", Map.of("start", Map.of())).status())
                .isEqualTo(404);
        stranger.post(lobby + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        try (var device = LiveDevice.join(stranger, lobby)) {
            assertThat(device.connected().at("/me/role").asText()).isEqualTo("MEMBER");
            assertThat(device.ask("close", Map.of()).at("/error/code").asText()).isEqualTo("not-allowed");
        }
    }

    @Test
    void another_protocol_and_another_site_stay_outside() {
        assertThat(refused(HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("chat")))
                .isEqualTo(400);
        assertThat(refused(HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .subprotocols("cue.v1")
                        .header("Origin", "https://evil.example")))
                .isEqualTo(403);
    }

    private static int refused(WebSocket.Builder builder) {
        var url = URI.create(stage.url().replaceFirst("^http", "ws") + "/api/v1/live");
        var failure = catchThrowableOfType(
                CompletionException.class,
                () -> builder.buildAsync(url, new WebSocket.Listener() {}).join());
        assertThat(failure).hasCauseInstanceOf(WebSocketHandshakeException.class);
        return java.util.Objects.requireNonNull((WebSocketHandshakeException) failure.getCause())
                .getResponse()
                .statusCode();
    }

    private static String connect(String token) {
        var frame = new ObjectMapper().createObjectNode().put("id", 1);
        frame.putObject("connect").put("token", token).put("device", "d-1");
        return frame.toString();
    }
}
