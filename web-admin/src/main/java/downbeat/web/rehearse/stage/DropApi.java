package downbeat.web.rehearse.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a rush on a drop asks of the public API. Every call blocks: use virtual threads for many. */
public final class DropApi implements AutoCloseable {
    private static final String ROOT = "/api/v1";
    private static final String BUNDLE = "set";
    private static final String POINT = "online";

    private final Http http;
    private final Http crowd;

    public DropApi(URI base) {
        this.http = Http.program(base);
        this.crowd = Http.crowd(base);
    }

    /** A drop of this trainer that everybody may claim, each one unit, open: its id. Its bundle is a file, so that it needs no counter. */
    public String open(String trainer, int stock) {
        JsonNode drop = http.post(
                ROOT + "/drops",
                trainer,
                Map.of(
                        "title",
                        "Rehearsal",
                        "components",
                        List.of(Map.of("id", "unit", "name", "Unit")),
                        "bundles",
                        List.of(Map.of(
                                "id",
                                BUNDLE,
                                "name",
                                "Nothing",
                                "price",
                                Map.of("minor", 0, "currency", "EUR"),
                                "contents",
                                Map.of("unit", 1),
                                "downloads",
                                List.of(Map.of("name", "Nothing", "asset", "rehearsal")))),
                        "points",
                        List.of(Map.of("point", POINT, "stock", Map.of("unit", stock))),
                        "perMember",
                        1,
                        "timing",
                        Map.of("openMinutes", 60, "holdMinutes", 5, "graceMinutes", 0)));
        String id = drop.path("dropId").asText();
        http.post(ROOT + "/drops/" + id + "/announce", trainer, Map.of());
        http.post(ROOT + "/drops/" + id + "/open", trainer, Map.of());
        return id;
    }

    /** How a request to claim was answered, whatever it was. */
    public record Answered(int status, JsonNode body) {}

    /** Asks once, and takes the answer as it comes. */
    public Answered claim(String member, String drop, String key) {
        var answer =
                crowd.once(ROOT + "/drops/" + drop + "/claims", member, key, Map.of("bundle", BUNDLE, "point", POINT));
        return new Answered(answer.statusCode(), Http.json(answer));
    }

    /** Every claim there is, page by page. */
    public List<JsonNode> claims(String trainer, String drop) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = http.get(ROOT + "/drops/" + drop + "/claims" + cursor, trainer);
            page.path("items").forEach((Consumer<JsonNode>) all::add);
            cursor = page.path("next").isTextual()
                    ? "?cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    public JsonNode figures(String trainer, String drop) {
        return http.get(ROOT + "/drops/" + drop + "/figures", trainer);
    }

    public void cancel(String trainer, String drop) {
        http.post(ROOT + "/drops/" + drop + "/cancel", trainer, Map.of("reason", "The rehearsal is over."));
    }

    @Override
    public void close() {
        http.close();
        crowd.close();
    }
}
