package downbeat.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.Rigs;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no rig can measure, and what no link has to carry. */
class RigInputTest {
    private static final String VERDICTS = "/api/v1/rig/verdicts";
    private static final int MEBIBYTE = 1024 * 1024;

    private static Stage stage;
    private static Visitor tara;

    @BeforeAll
    static void open() {
        stage = Stage.open("downbeat.http.rate-limits = off");
        tara = stage.named("tara", "TRAINER");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "battery | {\"level\":-0.1} | battery.level",
                "battery | {\"level\":\"NaN\"} | battery.level",
                "battery | {\"level\":0.5,\"charging\":\"yes\"} | battery.charging",
                "battery | {\"level\":0.5,\"volts\":12} | battery.volts",
                "camera | {\"width\":1280,\"height\":720,\"fps\":1e9,\"brightness\":0.5} | camera.fps",
                "camera | {\"width\":12.5,\"height\":720,\"fps\":30,\"brightness\":0.5} | camera.width",
                "camera | {\"width\":1280,\"height\":720,\"fps\":30} | camera.brightness",
                "microphone | {\"levelDb\":3,\"peakDb\":-1,\"clippedShare\":0} | microphone.levelDb",
                "link | {\"upMbps\":\"Infinity\",\"downMbps\":1} | link.upMbps",
                "pops | [{\"pop\":\"local\",\"rttMs\":1000000000,\"jitterMs\":1}] | pops[0].rttMs",
                "pops | [{\"pop\":\"no such/name\",\"rttMs\":1,\"jitterMs\":1}] | pops[0].pop",
                "pops | [{\"pop\":\"a\",\"rttMs\":1,\"jitterMs\":1},{\"pop\":\"a\",\"rttMs\":1,\"jitterMs\":1}] | pops[1].pop",
                "pops | [7] | pops[0]",
                "pops | {} | pops",
                "audio | {\"how\":\"GUESSED\",\"outputMs\":1} | audio.how",
                "audio | {\"how\":\"MEASURED\",\"outputMs\":1000000000} | audio.outputMs",
                "audio | {\"how\":\"MEASURED\",\"outputMs\":20,\"roundTripMs\":19} | audio.roundTripMs",
                "audio | {\"how\":\"REPORTED\",\"outputMs\":20,\"device\":\"a\\u0000b\"} | audio.device"
            })
    void an_impossible_figure_is_named(String part, String figures, String field) {
        var good = new String(Visitor.json(Rigs.without(part)), java.nio.charset.StandardCharsets.UTF_8);
        var body = good.substring(0, good.length() - 1) + ",\"" + part + "\":" + figures + "}";
        var reply = tara.post(VERDICTS, body).expecting(400);
        assertThat(reply.json().get("field").asText()).as(reply.text()).isEqualTo(field);
    }

    @Test
    void more_pops_than_there_can_be_are_refused() {
        var pops = java.util.stream.IntStream.range(0, 65)
                .mapToObj(i -> Map.of("pop", "p" + i, "rttMs", 1, "jitterMs", 1))
                .toList();
        assertThat(tara.post(VERDICTS, Rigs.with("pops", pops))
                        .expecting(400)
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("pops");
        tara.post(VERDICTS, Rigs.with("pops", pops.subList(0, 64))).expecting(201);
        tara.post(VERDICTS, Rigs.with("pops", List.of())).expecting(201);
    }

    @Test
    void a_mebibyte_is_taken_and_ten_are_refused_whether_or_not_their_length_is_told() throws Exception {
        assertThat(up(new byte[MEBIBYTE]).expecting(204).bytes()).isEmpty();
        assertThat(up(new byte[MEBIBYTE + 1]).expecting(413).problem()).isEqualTo("body-too-large");
        assertThat(up(new byte[10 * MEBIBYTE]).expecting(413).header("Content-Type"))
                .startsWith("application/problem+json");
        assertThat(upWithoutLength(MEBIBYTE)).isEqualTo(204);
        assertThat(upWithoutLength(10 * MEBIBYTE)).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1048577", "-1", "many", "1e3", ""})
    void only_so_many_bytes_are_given_as_can_be(String bytes) {
        var reply = tara.get("/api/v1/rig/downlink?bytes=" + bytes).expecting(400);
        assertThat(reply.json().get("field").asText()).isEqualTo("bytes");
    }

    @Test
    void as_many_bytes_are_given_as_were_asked_for_and_none_of_them_is_packed() {
        assertThat(tara.get("/api/v1/rig/downlink?bytes=1").expecting(200).bytes())
                .hasSize(1);
        var all = tara.send("GET", "/api/v1/rig/downlink", null, "Accept-Encoding", "gzip")
                .expecting(200);
        assertThat(all.bytes()).hasSize(MEBIBYTE);
        assertThat(all.header("Content-Encoding")).isEmpty();
        assertThat(all.header("Cache-Control")).isEqualTo("no-store");
    }

    private static downbeat.web.stage.Reply up(byte[] bytes) {
        return tara.send("POST", "/api/v1/rig/uplink", bytes, "Content-Type", "application/octet-stream");
    }

    private static int upWithoutLength(int bytes) throws IOException, InterruptedException {
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
        var request = HttpRequest.newBuilder(URI.create(stage.url() + "/api/v1/rig/uplink"))
                .header("Authorization", "Bearer " + tara.token())
                .header("Content-Type", "application/octet-stream")
                .POST(body)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
