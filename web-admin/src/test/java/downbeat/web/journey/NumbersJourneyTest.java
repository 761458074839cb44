package downbeat.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a trainer and an operator read of a class in which everything happened that is counted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumbersJourneyTest {
    private static final String HOSTILE = "=cmd|' /C calc'!A0, \"so\"";
    private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");

    private Stage stage;
    private Visitor tara;
    private String path;
    private JsonNode report;

    @BeforeAll
    void hold_a_class() {
        stage = Stage.open();
        tara = stage.named("nora", "TRAINER");
        var mia = stage.named("mila");
        var body = Workouts.classBody();
        body.put("title", HOSTILE);
        path = tara.post("/api/v1/classes", body).expecting(201).header("Location");
        tara.post(path + "/schedule").expecting(200);
        mia.post(path + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        var picture = new String[] {"Content-Type", "image/png", "Idempotency-Key", "picture"};
        var url = tara.send("POST", path + "/assets?kind=OVERLAY&name=a.png", MediaFiles.png(7), picture)
                .expecting(201)
                .json()
                .get("url")
                .asText();
        mia.get(url).expecting(200);
        tara.post(path + "/lobby").expecting(200);
        try (var console = LiveDevice.join(tara, path);
                var phone = LiveDevice.join(mia, path)) {
            console.connected();
            var member = phone.connected().at("/me/member").asText();
            lead(console, phone, member);
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(gauge().at("/link/jitter/count").asInt()).isPositive());
            tara.post(path + "/control", Map.of("close", Map.of())).expecting(200);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(tara.get(path + "/report").status()).isEqualTo(200));
        report = tara.get(path + "/report").json();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(tara.get("/api/v1/me/numbers").json().get("items"))
                                .as("the view of all classes has it too")
                                .hasSize(1));
    }

    private JsonNode gauge() {
        return tara.get(path + "/live").expecting(200).json().get("gauge");
    }

    private static void lead(LiveDevice console, LiveDevice phone, String member) {
        console.ask("start", Map.of());
        phone.tell("stats", Map.of("rtt", 42.5, "jitter", 6.5, "loss", 0));
        phone.tell("bio", Map.of("hr", 141));
        phone.ask("pin", Map.of("rung", "AUDIO_FIRST"));
        phone.ask("hand", Map.of("up", true));
        console.ask("lower", Map.of("member", member));
        console.ask("ask", Map.of("cueId", "a-1", "question", "Ready?", "answer", "READY"));
        phone.cue("ASK");
        phone.ask("confirm", Map.of("cueId", "a-1"));
        console.ask("endAsk", Map.of("cueId", "a-1"));
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void the_report_tells_of_links_and_of_what_members_said_back() {
        assertThat(report.at("/links/joinMs/p50").asDouble()).isPositive();
        assertThat(report.at("/links/jitterMs/p95").asDouble()).isBetween(6.4, 6.6);
        assertThat(report.at("/links/rttMs/max").asDouble()).isBetween(42.0, 43.0);
        assertThat(report.at("/links/rungs/fell").asInt()).isEqualTo(1);
        assertThat(report.at("/links/rungs/seconds/AUDIO_FIRST").isNumber())
                .as("time on a rung, if only a moment")
                .isTrue();
        assertThat(report.at("/back/hands/lowered").asInt()).isEqualTo(1);
        assertThat(report.at("/back/answers/newest/0/confirmed").asInt()).isEqualTo(1);
        assertThat(report.at("/back/check").isNull()).isTrue();
        assertThat(report.at("/rows/0/lowestRung").asText()).isEqualTo("AUDIO_FIRST");
        assertThat(report.get("attachRate").isNull())
                .as("the class had no drop")
                .isTrue();
    }

    @Test
    void anybody_can_compute_it_again_from_the_raw_histograms() {
        var raw = tara.get(path + "/report/histograms").expecting(200).json().get("histograms");
        recomputed(report.at("/links/joinMs"), raw.get("join"));
        recomputed(report.at("/links/rttMs"), raw.get("rtt"));
        recomputed(report.at("/links/jitterMs"), raw.get("jitter"));
        recomputed(report.at("/back/hands/waitedMs"), raw.get("hands"));
        recomputed(report.at("/back/answers/tookMs"), raw.get("answers"));
    }

    private static void recomputed(JsonNode told, JsonNode encoded) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded.asText()));
            var histogram = Histogram.decodeFromCompressedByteBuffer(bytes, 1);
            for (var percentile : List.of(50, 95, 99)) {
                assertThat(told.get("p" + percentile).asDouble())
                        .isEqualTo(histogram.getValueAtPercentile(percentile) / 1000.0);
            }
            assertThat(told.get("max").asDouble()).isEqualTo(histogram.getMaxValue() / 1000.0);
        } catch (DataFormatException e) {
            throw new AssertionError(e);
        }
    }

    /** Whoever reads the CSV with another program finds what the JSON says, and no formula. */
    @Test
    void the_csv_says_what_the_json_says_whatever_a_class_is_called() throws IOException {
        var json = tara.get("/api/v1/me/numbers").expecting(200).json().at("/items/0");
        assertThat(json.get("title").asText()).isEqualTo(HOSTILE);
        var text = tara.get("/api/v1/me/numbers.csv").expecting(200).text();
        try (var lines = new CsvMapper()
                .readerFor(JsonNode.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<JsonNode>readValues(text)) {
            var line = lines.next();
            assertThat(line.properties()).hasSameSizeAs(json.properties());
            json.properties().forEach(field -> {
                var cell = line.get(field.getKey()).asText();
                var told = field.getValue();
                if (field.getKey().equals("title")) {
                    assertThat(cell).isEqualTo("'" + HOSTILE);
                } else if (told.isNull()) {
                    assertThat(cell).as(field.getKey()).isEmpty();
                } else if (told.isNumber()) {
                    assertThat(Double.parseDouble(cell)).as(field.getKey()).isEqualTo(told.asDouble());
                } else {
                    assertThat(cell).as(field.getKey()).isEqualTo(told.asText());
                }
            });
        }
    }

    @Test
    void every_metric_is_in_the_table_of_operations_and_every_line_of_the_table_is_a_metric() {
        var families = Pattern.compile("^# TYPE (downbeat_\\w+) (\\w+)$", Pattern.MULTILINE);
        var shown = new TreeSet<String>();
        families.matcher(page())
                .results()
                .map(type -> type.group(1) + " " + type.group(2))
                .filter(type -> !type.matches("downbeat_\\w+_max gauge"))
                .forEach(shown::add);
        assertThat(shown).isEqualTo(described("^\\| `(downbeat_\\w+)` \\| (\\w+) \\|"));
    }

    @Test
    void labels_take_only_the_values_that_the_table_names() {
        var rows =
                read().lines().filter(line -> line.startsWith("| `downbeat_")).toList();
        page().lines().filter(line -> line.startsWith("downbeat_")).forEach(sample -> {
            var name = sample.substring(0, sample.indexOf('{') < 0 ? sample.indexOf(' ') : sample.indexOf('{'));
            var row = rows.stream()
                    .filter(line ->
                            name.replaceAll("_(bucket|sum|count|max)$", "").equals(line.split("`", -1)[1]))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not described"));
            Pattern.compile("(\\w+)=\"([^\"]*)\"").matcher(sample).results().forEach(label -> {
                if (!label.group(1).equals("le")) {
                    assertThat(row).as(sample).contains("`" + label.group(1) + "`");
                }
                assertThat(label.group(2))
                        .as("neither ids nor people: %s", sample)
                        .doesNotContain("mila", "nora", "@");
            });
        });
    }

    private String page() {
        return stage.anonymous().get("/metrics").expecting(200).text();
    }

    private static Set<String> described(String row) {
        var found = new TreeSet<String>();
        Pattern.compile(row, Pattern.MULTILINE)
                .matcher(read())
                .results()
                .map(line -> line.group(1) + " " + line.group(2))
                .forEach(found::add);
        return found;
    }

    private static String read() {
        try {
            return Files.readString(OPERATIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What happened in the class is in the figures of the node. */
    @Test
    void what_happened_in_the_class_is_counted() {
        var page = page();
        Stream.of(
                        "downbeat_hands_total 1.0",
                        "downbeat_asks_total 1.0",
                        "downbeat_confirmations_total 1.0",
                        "downbeat_bio_readings_total 1.0",
                        "downbeat_link_jitter_seconds_count 1",
                        "downbeat_join_seconds_count 1",
                        "downbeat_join_total{outcome=\"attached\"} 2.0",
                        "downbeat_classes_running")
                .forEach(sample -> assertThat(page).contains(sample));
        assertThat(page).containsPattern("downbeat_assets_bytes_total [1-9]");
        assertThat(page).containsPattern("rung_transitions_total\\{from=\"FULL\",reason=\"pin\",to=\"AUDIO_FIRST\"} 1");
    }
}
