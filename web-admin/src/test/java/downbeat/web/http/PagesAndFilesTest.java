package downbeat.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, the files they ask for, and the headers that protect them. */
class PagesAndFilesTest {
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern ASKED = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.open();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/signin",
                "/console",
                "/console/c-1",
                "/room/c-1",
                "/report/c-1",
                "/kit",
                "/pop-ups",
                "/pop-ups/new",
                "/pop-ups/u-1",
                "/pop-ups/u-1/edit",
                "/pop-ups/u-1/door",
                "/pop-ups/u-1/stage",
                "/pop-ups/u-1/take",
                "/door/i-1"
            })
    void every_page_is_there_and_may_run_only_its_own_scripts(String path) {
        var page = get(path).expecting(200);
        var nonce = NONCE.matcher(page.text());
        assertThat(nonce.find()).isTrue();
        assertThat(page.header("Content-Security-Policy"))
                .contains(
                        "script-src 'self' 'nonce-" + nonce.group(1) + "'",
                        "default-src 'none'",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.text()).doesNotContain("{{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/room/", "/console/c-1/more", "/pop-ups/u-1/more", "/ui/none.js"})
    void a_person_who_is_lost_gets_a_page_and_a_program_a_problem(String path) {
        var browser = stage.anonymous().send("GET", path, null, "Accept", "text/html,*/*;q=0.8");
        assertThat(browser.expecting(404).text()).contains("<html");
        assertThat(get(path).expecting(404).problem()).isEqualTo("not-found");
    }

    @Test
    void what_is_not_in_the_api_is_a_problem_even_to_a_browser() {
        assertThat(stage.anonymous()
                        .send("GET", "/api/v1/nothing", null, "Accept", "text/html")
                        .expecting(404)
                        .problem())
                .isEqualTo("not-found");
    }

    @Test
    void only_the_field_kit_sees_and_hears_and_the_door_sees() {
        assertThat(get("/kit").expecting(200).header("Permissions-Policy"))
                .isEqualTo("camera=(self), microphone=(self)");
        assertThat(get("/pop-ups/u-1/door").expecting(200).header("Permissions-Policy"))
                .isEqualTo("camera=(self), microphone=()");
        for (var other : List.of(
                "/", "/signin", "/console", "/console/c-1", "/room/c-1", "/numbers", "/pop-ups", "/pop-ups/u-1")) {
            assertThat(get(other).expecting(200).header("Permissions-Policy"))
                    .as(other)
                    .isEqualTo("camera=(), microphone=()");
        }
    }

    @Test
    void no_two_answers_share_a_nonce() {
        assertThat(get("/").header("Content-Security-Policy")).isNotEqualTo(get("/").header("Content-Security-Policy"));
    }

    @Test
    void what_a_page_asks_for_is_there_for_ever() {
        var asked = new ArrayList<String>();
        ASKED.matcher(get("/").text()).results().forEach(m -> asked.add(m.group(1)));
        assertThat(asked).anyMatch(f -> f.endsWith("/app.js")).anyMatch(f -> f.endsWith("uPlot.min.css"));
        for (var file : asked) {
            assertThat(get(file).expecting(200).header("Cache-Control"))
                    .as(file)
                    .contains("immutable");
        }
    }

    @Test
    void the_import_map_leads_to_modules() throws IOException {
        var page = get("/").text();
        var start = page.indexOf("{\"imports\"");
        var map = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(page.substring(start, page.indexOf("</script>", start)));
        var imports = map.get("imports");
        assertThat(List.of("lit", "lit-html", "lit-element/", "@lit/reactive-element", "uplot"))
                .allMatch(imports::has);
        for (var name : List.of("lit", "lit-html", "@lit/reactive-element", "uplot")) {
            var module = get(imports.get(name).asText()).expecting(200);
            assertThat(module.header("Content-Type")).as(name).startsWith("text/javascript");
        }
        get(imports.get("lit/").asText() + "directives/repeat.js").expecting(200);
    }

    @Test
    void a_file_that_is_known_is_not_sent_again() {
        var first = get("/ui/app.js").expecting(200);
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        var second = stage.anonymous().send("GET", "/ui/app.js", null, "If-None-Match", first.header("ETag"));
        assertThat(second.expecting(304).bytes()).isEmpty();
    }

    @Test
    void a_file_of_an_older_page_is_what_is_there_now_and_not_kept() {
        assertThat(get("/ui/0123456789abcdef/app.js").expecting(200).header("Cache-Control"))
                .isEqualTo("no-cache");
    }

    @Test
    void the_worker_of_the_pages_fetches_from_here_only_and_is_looked_at_anew_each_time() {
        var worker = get("/sw.js").expecting(200);
        assertThat(worker.header("Content-Type")).startsWith("text/javascript");
        assertThat(worker.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(worker.header("Content-Security-Policy"))
                .contains("default-src 'none'", "connect-src 'self'")
                .doesNotContain("ws:");
        assertThat(get("/").header("Content-Security-Policy")).contains("worker-src 'self'", "manifest-src 'self'");
    }

    @Test
    void the_pages_can_be_installed() {
        var place = ASKED.matcher(get("/").text())
                .results()
                .map(asked -> asked.group(1))
                .filter(path -> path.endsWith(".webmanifest"))
                .findFirst()
                .orElseThrow();
        var manifest = get(place).expecting(200);
        assertThat(manifest.header("Content-Type")).startsWith("application/manifest+json");
        assertThat(manifest.json().get("start_url").asText()).isEqualTo("/");
        assertThat(manifest.json().get("display").asText()).isEqualTo("standalone");
        var icon =
                place.replaceFirst("[^/]+$", manifest.json().at("/icons/0/src").asText());
        get(icon).expecting(200);
    }

    @Test
    void text_travels_compressed_to_whom_that_suits() throws IOException {
        var plain = get("/ui/app.js");
        var small = stage.anonymous().send("GET", "/ui/app.js", null, "Accept-Encoding", "gzip");
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(small.header("Content-Encoding")).isEqualTo("gzip");
        var unpacked = new GZIPInputStream(new ByteArrayInputStream(small.bytes())).readAllBytes();
        assertThat(new String(unpacked, StandardCharsets.UTF_8)).isEqualTo(plain.text());
        assertThat(stage.anonymous()
                        .send("GET", "/ui/app.js", null, "Accept-Encoding", "gzip;q=0")
                        .header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void a_head_is_answered_like_a_get_without_the_body() {
        var head = stage.anonymous().send("HEAD", "/health/live", null).expecting(200);
        assertThat(head.bytes()).isEmpty();
    }

    @Test
    void operators_see_health_and_metrics() {
        assertThat(get("/health/live").expecting(200).json().get("status").asText())
                .isEqualTo("live");
        assertThat(get("/health/ready")
                        .expecting(200)
                        .json()
                        .at("/checks/database")
                        .asBoolean())
                .isTrue();
        assertThat(get("/metrics").expecting(200).text()).contains("jvm_memory_used_bytes");
    }

    @Test
    void this_node_is_among_the_pops() {
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            var pops = get("/api/v1/pops").expecting(200).json().get("items");
            assertThat(pops).hasSize(1);
            assertThat(pops.get(0).get("url").asText()).isEqualTo(stage.url().replace("http", "ws") + "/api/v1/live");
        });
    }

    private static Reply get(String path) {
        return stage.anonymous().get(path);
    }
}
