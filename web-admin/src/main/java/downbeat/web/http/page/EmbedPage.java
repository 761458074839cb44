package downbeat.web.http.page;

import downbeat.web.asset.PopUpPicture;
import java.util.List;
import java.util.stream.Collectors;

/** Pop-ups as a small page within somebody else's: it says what, when and how many are left, and leads here. */
final class EmbedPage {
    private EmbedPage() {}

    static String one(Announced it, String ui) {
        return page(it.card().details().title(), card(it), ui);
    }

    static String many(String host, List<Announced> all, String ui) {
        var cards = all.isEmpty()
                ? "<p class=\"soft\">No pop-up is announced right now.</p>"
                : all.stream().map(EmbedPage::card).collect(Collectors.joining("\n"));
        return page("Pop-ups of " + host, cards, ui);
    }

    static String missing(String ui) {
        return page("Not here", "<p class=\"soft\">This pop-up is not here.</p>", ui);
    }

    private static String page(String title, String body, String ui) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="robots" content="noindex">
                <title>%s</title>
                <link rel="stylesheet" href="%s/style/embed.css">
                <script type="module" src="%s/embed.js"></script>
                </head>
                <body>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(Html.text(title), ui, ui, body);
    }

    private static String card(Announced it) {
        var details = it.card().details();
        return """
                <article%s>
                %s<h1>%s</h1>
                <p><time datetime="%s">%s</time><br>%s</p>
                <p class="left">%s</p>
                <p><a class="button" href="%s" target="_blank" rel="noopener">%s<span class="unseen">: %s</span></a></p>
                </article>""".formatted(
                        it.over() ? " class=\"over\"" : "",
                        it.pictures().isEmpty() ? "" : picture(it.pictures().getFirst()),
                        Html.text(details.title()),
                        it.local(it.card().start()),
                        Html.text(it.shortWhen()),
                        Html.text(details.place().name()),
                        Html.text(left(it)),
                        Html.text(it.address()),
                        it.over() || it.card().places().left() == 0 ? "To the pop-up" : "Get a ticket",
                        Html.text(details.title()));
    }

    private static String picture(PopUpPicture picture) {
        var small = picture.small();
        return """
                <img src="%s" width="%d" height="%d" alt="%s" loading="lazy">
                """.formatted(small.url(), small.width(), small.height(), Html.text(picture.alt()));
    }

    /** As the pages say it. */
    private static String left(Announced it) {
        if (it.cancelled()) {
            return "Cancelled";
        }
        if (it.over()) {
            return "Over";
        }
        var places = it.card().places();
        if (places.left() > 0) {
            return places.left() + " of " + places.size() + " left";
        }
        return places.sold() >= places.size() ? "Sold out" : "All held, not all sold";
    }
}
