package downbeat.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Music and pictures over HTTP: taken from whom, in what form, and served how. */
class AssetTest {
    private static final String PNG = "image/png";
    private static final String NOBODYS =
            "/assets/0000000000000000000000000000000000000000000000000000000000000000.png";

    private static Stage stage;
    private static Visitor trainer;
    private static Visitor member;
    private static String assets;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        trainer = stage.named("tilda", "TRAINER");
        member = stage.named("mia");
        var id = trainer.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .json()
                .get("id")
                .asText();
        trainer.post("/api/v1/classes/" + id + "/schedule").expecting(200);
        member.post("/api/v1/classes/" + id + "/bookings", Map.of("place", "ONLINE"))
                .expecting(201);
        assets = "/api/v1/classes/" + id + "/assets";
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void what_a_trainer_brings_is_listed_for_the_class_and_gone_when_it_is_removed() {
        var asset = uploaded(11);
        assertThat(asset.get("kind").asText()).isEqualTo("OVERLAY");
        assertThat(asset.get("fromMs").asInt()).isEqualTo(4000);
        assertThat(member.get(assets).expecting(200).json().get("assets")).contains(asset);
        assertThat(stage.admin().get(assets).expecting(200).json().get("assets"))
                .contains(asset);
        stage.named("nosy").get(assets).expecting(404);
        var url = asset.get("url").asText();
        stage.anonymous().get(url).expecting(200);
        trainer.delete(assets + "/" + asset.get("hash").asText()).expecting(204);
        stage.anonymous().get(url).expecting(404);
        trainer.delete(assets + "/" + asset.get("hash").asText()).expecting(404);
    }

    @Test
    void an_administrator_adds_and_removes_too_and_the_trail_says_who() {
        var asset = upload(stage.admin(), "?kind=OVERLAY&name=a.png", PNG, MediaFiles.png(12))
                .expecting(201);
        stage.admin().delete(assets + "/" + asset.json().get("hash").asText()).expecting(204);
        var place = asset.header("Location");
        await().untilAsserted(() -> {
            var trail = stage.admin().get("/api/v1/audit").expecting(200).text();
            assertThat(trail).contains("uploadAsset", "removeAsset", place);
        });
    }

    @Test
    void others_add_nothing() {
        assertThat(upload(member, "?kind=OVERLAY&name=a.png", PNG, MediaFiles.png(13))
                        .problem())
                .isEqualTo("role-required");
        upload(stage.named("stranger", "TRAINER"), "?kind=OVERLAY&name=a.png", PNG, MediaFiles.png(13))
                .expecting(404);
    }

    @Test
    void the_bytes_are_served_for_ever_and_nothing_in_them_runs() {
        var reply = stage.anonymous().get(uploaded(14).get("url").asText()).expecting(200);
        assertThat(reply.bytes()).isEqualTo(MediaFiles.png(14));
        assertThat(reply.header("Content-Type")).isEqualTo(PNG);
        assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
        assertThat(reply.header("Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void what_a_client_has_is_not_sent_again() {
        var url = uploaded(15).get("url").asText();
        var tag = stage.anonymous().get(url).header("ETag");
        for (var known : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
            var reply = stage.anonymous()
                    .send("GET", url, null, "If-None-Match", known)
                    .expecting(304);
            assertThat(reply.bytes()).isEmpty();
            assertThat(reply.header("ETag")).isEqualTo(tag);
        }
        stage.anonymous().send("GET", url, null, "If-None-Match", "\"other\"").expecting(200);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 0, 4",
        "bytes=5-, 5, 99999",
        "bytes=-6, -6, 99999",
        "'bytes=2-3,8-9', 2, 4",
        "bytes=1-99999999999999, 1, 99999"
    })
    void a_part_is_served(String range, int from, int to) {
        var all = MediaFiles.png(16);
        var url = uploaded(16).get("url").asText();
        var first = from < 0 ? all.length + from : from;
        var end = Math.min(to, all.length);
        var reply = stage.anonymous().send("GET", url, null, "Range", range).expecting(206);
        assertThat(reply.bytes()).isEqualTo(Arrays.copyOfRange(all, first, end));
        assertThat(reply.header("Content-Range")).isEqualTo("bytes " + first + "-" + (end - 1) + "/" + all.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=99999-", "bytes=-0", "bytes=99999999999999999999-"})
    void a_part_beyond_the_end_is_refused_with_the_length(String range) {
        var reply = stage.anonymous()
                .send("GET", uploaded(17).get("url").asText(), null, "Range", range)
                .expecting(416);
        assertThat(reply.header("Content-Range")).isEqualTo("bytes */" + MediaFiles.png(17).length);
        assertThat(reply.problem()).isEqualTo("range-not-satisfiable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=3-1", "lines=0-1", "bytes=-", "bytes=a-b"})
    void a_range_that_says_nothing_is_as_if_it_were_not_there(String range) {
        stage.anonymous()
                .send("GET", uploaded(18).get("url").asText(), null, "Range", range)
                .expecting(200);
    }

    @Test
    void a_part_of_something_else_is_answered_with_the_whole() {
        var url = uploaded(19).get("url").asText();
        stage.anonymous()
                .send("GET", url, null, "Range", "bytes=0-1", "If-Range", "\"other\"")
                .expecting(200);
        var tag = stage.anonymous().get(url).header("ETag");
        stage.anonymous()
                .send("GET", url, null, "Range", "bytes=0-1", "If-Range", tag)
                .expecting(206);
    }

    @Test
    void a_head_tells_what_there_is_and_sends_nothing() {
        var reply = stage.anonymous()
                .send("HEAD", uploaded(20).get("url").asText(), null)
                .expecting(200);
        assertThat(reply.bytes()).isEmpty();
        assertThat(reply.header("Content-Type")).isEqualTo("image/png");
        assertThat(reply.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(reply.header("ETag")).isNotEmpty();
    }

    @Test
    void a_rep_model_is_not_compressed_in_parts() {
        var squat = "{\"name\":\"Squat\",\"reps\":12,\"tempo\":\"3-1-1\",\"segment\":2}";
        var push = "{\"name\":\"Push-up\",\"reps\":10,\"fromMs\":600000,\"toMs\":660000}";
        var model = ("{\"exercises\":[" + (squat + ",").repeat(100) + push + "]}").getBytes(StandardCharsets.UTF_8);
        var url = upload(trainer, "?kind=REPS&name=m.json", "application/json", model)
                .expecting(201)
                .json()
                .get("url")
                .asText();
        var reply = stage.anonymous().send("GET", url, null, "Accept-Encoding", "gzip");
        assertThat(reply.header("Content-Encoding")).isEmpty();
        assertThat(reply.bytes()).isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, image/png",
        "image/webp, image/png",
        "image/svg+xml, not taken as OVERLAY",
        "text/html, not taken as OVERLAY",
        "audio/mpeg, not taken as OVERLAY"
    })
    void a_type_that_lies_or_is_not_taken_is_refused_by_its_header(String type, String says) {
        var reply = upload(trainer, "?kind=OVERLAY&name=a.png", type, MediaFiles.png(21))
                .expecting(415);
        assertThat(reply.json().get("field").asText()).isEqualTo("Content-Type");
        assertThat(reply.json().get("detail").asText()).contains(type, says, "send");
        assertThat(reply.header("Accept")).contains("audio/mpeg", PNG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "\u0089PN",
                "RIFF....AVI ",
                "x"
            })
    void what_is_no_picture_is_refused(String bytes) {
        var reply = upload(trainer, "?kind=OVERLAY&name=a.png", PNG, bytes.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(reply.expecting(415).json().get("detail").asText()).contains("none of the types");
    }

    @ParameterizedTest
    @CsvSource({
        "'', kind",
        "?kind=VIDEO&name=a, kind",
        "?kind=OVERLAY, name",
        "?kind=OVERLAY&name=%20, name",
        "?kind=OVERLAY&name=%07, name",
        "?kind=OVERLAY&name=a&fromMs=-1, fromMs",
        "?kind=OVERLAY&name=a&fromMs=soon, fromMs",
        "?kind=OVERLAY&name=a&fromMs=86400001, fromMs",
        "?kind=OVERLAY&name=a&volume=11, volume"
    })
    void a_query_that_is_wrong_is_refused_by_its_parameter(String query, String field) {
        var reply = upload(trainer, query, PNG, MediaFiles.png(22)).expecting(400);
        assertThat(reply.json().get("field").asText()).isEqualTo(field);
    }

    @Test
    void a_rep_model_that_is_no_json_is_refused() {
        var reply = upload(trainer, "?kind=REPS&name=m", "application/json", "{oops".getBytes(StandardCharsets.UTF_8));
        assertThat(reply.expecting(400).problem()).isEqualTo("bad-json");
        assertThat(reply.json().get("detail").asText()).contains("line 1, column");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | exercises",
                "{\"exercises\":[]} | exercises",
                "{\"exercises\":{}} | exercises",
                "{\"exercises\":[7]} | exercises[0]",
                "{\"exercises\":[{\"name\":\"a\",\"reps\":1,\"segment\":0}],\"more\":1} | more",
                "{\"exercises\":[{\"name\":\"a\",\"reps\":1,\"segment\":0},{\"reps\":1}]} | exercises[1].name",
                "{\"exercises\":[{\"name\":\"a\",\"reps\":0,\"segment\":0}]} | exercises[0].reps",
                "{\"exercises\":[{\"name\":\"a\",\"reps\":1.5,\"segment\":0}]} | exercises[0].reps",
                "{\"exercises\":[{\"name\":\"a\",\"reps\":1,\"tempo\":\"slow\",\"segment\":0}]} | exercises[0].tempo",
                "{\"exercises\":[{\"name\":\"a\",\"reps\":1}]} | exercises[0].segment",
                "{\"exercises\":[{\"name\":\"a\",\"reps\":1,\"segment\":2000}]} | exercises[0].segment",
                "{\"exercises\":[{\"name\":\"a\",\"reps\":1,\"segment\":0,\"fromMs\":1}]} | exercises[0].segment",
                "{\"exercises\":[{\"name\":\"a\",\"reps\":1,\"fromMs\":5}]} | exercises[0].toMs",
                "{\"exercises\":[{\"name\":\"a\",\"reps\":1,\"fromMs\":5,\"toMs\":5}]} | exercises[0].toMs",
                "{\"exercises\":[{\"name\":\"a\",\"reps\":1,\"segment\":0,\"set\":1}]} | exercises[0].set"
            })
    void a_rep_model_in_another_form_is_refused_by_its_field(String model, String field) {
        var reply = upload(trainer, "?kind=REPS&name=m", "application/json", model.getBytes(StandardCharsets.UTF_8));
        assertThat(reply.expecting(400).json().get("field").asText()).isEqualTo(field);
        assertThat(reply.json().get("detail").asText()).startsWith(field + " ");
    }

    @Test
    void a_file_of_more_than_eight_mebibytes_is_refused() {
        upload(trainer, "?kind=OVERLAY&name=a.png", PNG, new byte[8 * 1024 * 1024 + 1])
                .expecting(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NOBODYS,
                "/assets/abc.png",
                "/assets/A000000000000000000000000000000000000000000000000000000000000000.png",
                "/assets/../reference.conf"
            })
    void what_names_no_asset_is_not_there(String path) {
        stage.anonymous().get(path).expecting(404);
    }

    private static JsonNode uploaded(int number) {
        return upload(trainer, "?kind=OVERLAY&name=form.png&fromMs=4000", PNG, MediaFiles.png(number))
                .expecting(201)
                .json();
    }

    private static Reply upload(Visitor who, String query, String type, byte[] bytes) {
        return who.send("POST", assets + query, bytes, "Content-Type", type);
    }
}
