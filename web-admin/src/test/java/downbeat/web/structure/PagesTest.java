package downbeat.web.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README and docs/ lead somewhere. */
class PagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    @Test
    void every_link_between_pages_leads_to_a_file() throws IOException {
        assertThat(deadLinks(Repository.pages())).isEmpty();
    }

    @Test
    void a_dead_link_is_found() throws IOException {
        var page = Files.createTempFile("page", ".md");
        Files.writeString(page, "[there](nowhere.md) [out](https://example.org/)");
        assertThat(deadLinks(List.of(page))).hasSize(1).first().asString().contains("nowhere.md");
        Files.delete(page);
    }

    @Test
    void every_decision_is_titled_by_itself_and_says_context_decision_and_consequences() throws IOException {
        for (var page : Repository.pages()) {
            if (page.toString().contains("/adr/")) {
                assertThat(Files.readString(page))
                        .as(page.toString())
                        .startsWith("# ")
                        .contains("**Context.**", "**Decision.**", "**Consequences.**");
            }
        }
    }

    private static List<String> deadLinks(List<Path> pages) throws IOException {
        var dead = new ArrayList<String>();
        for (var page : pages) {
            var links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                var target = links.group(1);
                if (!target.contains("://") && !Files.exists(page.resolveSibling(target))) {
                    dead.add(page + " → " + target);
                }
            }
        }
        return dead;
    }
}
