package downbeat.web.http.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says to people and to machines which open data there is, as OpenActive's dataset sites do. It runs no script and knows nobody. */
final class DatasetPage {
    static final String PATH = "/openactive";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";
    private static final String TITLE = "Open data of classes and pop-ups";
    private static final String DESCRIPTION =
            "Classes and pop-ups that can be booked here, with the places that are left, as they change.";

    private record Feed(String name, String type, String path, String says) {}

    private static final List<Feed> FEEDS = List.of(
            new Feed(
                    "SessionSeries",
                    "https://openactive.io/SessionSeries",
                    "/api/openactive/session-series",
                    "What is said of each class."),
            new Feed(
                    "ScheduledSession",
                    "https://openactive.io/ScheduledSession",
                    "/api/openactive/scheduled-sessions",
                    "When each class is, and what is left."),
            new Feed("Event", "https://schema.org/Event", "/api/openactive/events", "Pop-ups, and what is left."));

    private final Pages pages;
    private final Publisher publisher;

    DatasetPage(Pages pages, Publisher publisher) {
        this.pages = pages;
        this.publisher = publisher;
    }

    /** @param site such as {@code https://studio.example} */
    String html(String site, String nonce) {
        var feeds = new StringBuilder();
        for (var feed : FEEDS) {
            feeds.append("<li><a href=\"%s\">%s</a><br><span class=\"soft\">%s</span></li>\n"
                    .formatted(feed.path(), feed.name(), feed.says()));
        }
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
                <meta name="color-scheme" content="light dark">
                <title>%1$s · Downbeat</title>
                <meta name="description" content="%2$s">
                <link rel="canonical" href="%3$s">
                <link rel="icon" href="%4$s/brand/mark.svg" type="image/svg+xml">
                <link rel="stylesheet" href="%4$s/style/letter.css">
                <script type="application/ld+json" nonce="%5$s">%6$s</script>
                </head>
                <body>
                <main>
                <p class="brand"><a href="/"><img src="%4$s/brand/mark.svg" alt="" width="28" height="28">Downbeat</a></p>
                <h1>%1$s</h1>
                <p>%2$s Anyone may use and share it.</p>
                <h2>Feeds</h2>
                <ul class="feeds">
                %7$s</ul>
                <p>They are made as <a href="https://openactive.io/realtime-paged-data-exchange/">OpenActive's paged data exchange</a> asks for, in the words of <a href="https://openactive.io/modelling-opportunity-data/">its model</a>: read page after page, then ask the last one again.</p>
                <h2>Licence</h2>
                <p>This data is owned by %9$s and is licensed under the <a rel="license" href="%8$s">Creative Commons Attribution Licence (CC-BY v4.0)</a> for anyone to access, use and share; say where it comes from.%10$s</p>
                <p class="row"><a class="button" href="/discover">Look for something near you</a> <a class="button" href="/api/openapi.json">The whole interface</a></p>
                </main>
                </body>
                </html>
                """.formatted(
                        TITLE,
                        DESCRIPTION,
                        Html.text(site + PATH),
                        pages.ui(),
                        nonce,
                        Html.script(json(site)),
                        feeds,
                        LICENSE,
                        Html.text(publisher.legalName()),
                        publisher.discussion().isEmpty()
                                ? ""
                                : " <a href=\"%s\">Say what is wrong with it</a>."
                                        .formatted(Html.text(publisher.discussion())));
    }

    private String json(String site) {
        try {
            return JSON.writeValueAsString(dataset(site));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as JSON", e);
        }
    }

    private Map<String, Object> dataset(String site) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", List.of("https://schema.org/", "https://openactive.io/"));
        data.put("@type", "Dataset");
        data.put("@id", site + PATH);
        data.put("url", site + PATH);
        data.put("name", TITLE);
        data.put("description", DESCRIPTION);
        data.put("keywords", List.of("Sessions", "Events", "Activities", "Physical Activity", "OpenActive"));
        data.put("license", LICENSE);
        data.put("inLanguage", List.of("en"));
        data.put("schemaVersion", "https://openactive.io/modelling-opportunity-data/2.0/");
        data.put("documentation", "https://developer.openactive.io/");
        if (!publisher.discussion().isEmpty()) {
            data.put("discussionUrl", publisher.discussion());
        }
        data.put("publisher", organization(site));
        data.put(
                "distribution", FEEDS.stream().map(feed -> download(feed, site)).toList());
        return data;
    }

    private Map<String, Object> organization(String site) {
        var organization = new LinkedHashMap<String, Object>();
        organization.put("@type", "Organization");
        organization.put("name", publisher.name());
        organization.put("legalName", publisher.legalName());
        organization.put("logo", Map.of("@type", "ImageObject", "url", site + "/favicon.ico"));
        organization.put("url", site + "/");
        return organization;
    }

    private static Map<String, Object> download(Feed feed, String site) {
        var download = new LinkedHashMap<String, Object>();
        download.put("@type", "DataDownload");
        download.put("name", feed.name());
        download.put("identifier", feed.name());
        download.put("additionalType", feed.type());
        download.put("encodingFormat", "application/vnd.openactive.rpde+json; version=1");
        download.put("contentUrl", site + feed.path());
        return download;
    }
}
