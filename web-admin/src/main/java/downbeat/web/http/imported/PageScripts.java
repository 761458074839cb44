package downbeat.web.http.imported;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import downbeat.web.http.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** The events in JSON-LD: of a file of it, or of the scripts of a page. */
final class PageScripts {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(50).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectReader TREE = JsonMapper.builder(JSON)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private final List<PageEvent> events = new ArrayList<>();
    private final int most;

    private PageScripts(int most) {
        this.most = most;
    }

    /** @throws downbeat.web.http.problem.ProblemException naming the line that cannot be read */
    static List<PageEvent> read(String text, int most) {
        var scripts = new PageScripts(most);
        if (text.stripLeading().startsWith("<")) {
            scripts.page(text);
        } else {
            scripts.script(text, 0);
        }
        return List.copyOf(scripts.events);
    }

    private void page(String text) {
        var scripts = Jsoup.parse(text, "", Parser.htmlParser().setTrackPosition(true))
                .select("script[type^=application/ld+json]");
        if (scripts.isEmpty()) {
            throw bad("The page has no script of the type application/ld+json: save it with its source, not as text.");
        }
        scripts.forEach(
                script -> script(script.data(), script.sourceRange().end().lineNumber() - 1));
    }

    /** @param above lines of the file before it */
    private void script(String json, int above) {
        try {
            var tree = TREE.readTree(json);
            collect(tree, lines(json, above).iterator());
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw bad("Line " + (above + (at == null ? 1 : at.getLineNr())) + " cannot be read as JSON: "
                    + PlainText.shortened(e.getOriginalMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The line of each object, in the order in which they begin. */
    private static List<Integer> lines(String json, int above) throws IOException {
        var lines = new ArrayList<Integer>();
        try (var parser = JSON.createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    lines.add(above + parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return lines;
    }

    private void collect(JsonNode node, Iterator<Integer> lines) {
        if (node.isObject()) {
            var event = new PageEvent(lines.next(), node);
            if (event.is()) {
                add(event);
            }
        }
        node.forEach(child -> collect(child, lines));
    }

    private void add(PageEvent event) {
        if (events.size() == most) {
            throw bad("The file has more than " + most + " events; bring the rest in another one.");
        }
        events.add(event);
    }

    private static RuntimeException bad(String sentence) {
        return ProblemType.BAD_CALENDAR.saying(sentence).asException();
    }
}
