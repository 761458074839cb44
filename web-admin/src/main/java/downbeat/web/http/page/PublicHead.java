package downbeat.web.http.page;

import downbeat.web.asset.PopUpPicture;

/** The head of a pop-up's page, for those who do not run its scripts: search engines, and chats that show a link. */
final class PublicHead {
    private static final int LONGEST_DESCRIPTION = 300;

    /** What every page says of itself that says nothing of its own. */
    static final String PLAIN = """
            <meta name="description" content="Downbeat: live hybrid classes in which everyone moves on the same instant.">
            <title>Downbeat</title>""";

    /** There is no such pop-up, or not for everybody: nothing to be found by. */
    static final String HIDDEN = PLAIN + "\n<meta name=\"robots\" content=\"noindex\">";

    private PublicHead() {}

    static String of(Announced it, String nonce) {
        var details = it.card().details();
        var title = Html.text(details.title());
        var description = Html.text(description(it));
        var address = Html.text(it.address());
        return """
                <title>%1$s · Downbeat</title>
                <meta name="description" content="%2$s">
                <link rel="canonical" href="%3$s">
                <link rel="alternate" type="text/calendar" title="All pop-ups of this organizer" href="%4$s">
                <link rel="alternate" type="text/calendar" title="All pop-ups around here" href="%5$s">
                <meta property="og:type" content="website">
                <meta property="og:site_name" content="Downbeat">
                <meta property="og:title" content="%1$s">
                <meta property="og:description" content="%2$s">
                <meta property="og:url" content="%3$s">
                %8$s<meta name="twitter:card" content="%9$s">
                <meta name="twitter:title" content="%1$s">
                <meta name="twitter:description" content="%2$s">
                <script type="application/ld+json" nonce="%6$s">%7$s</script>""".formatted(
                        title,
                        description,
                        address,
                        Html.text(it.organizerFeed()),
                        Html.text(it.areaFeed()),
                        nonce,
                        Html.script(EventData.json(it)),
                        it.pictures().isEmpty() ? "" : picture(it, it.pictures().getFirst()),
                        it.pictures().isEmpty() ? "summary" : "summary_large_image");
    }

    /** The first one is what a chat shows. */
    private static String picture(Announced it, PopUpPicture picture) {
        var large = picture.large();
        return """
                <meta property="og:image" content="%1$s">
                <meta property="og:image:type" content="image/jpeg">
                <meta property="og:image:width" content="%2$d">
                <meta property="og:image:height" content="%3$d">
                <meta property="og:image:alt" content="%4$s">
                <meta name="twitter:image:alt" content="%4$s">
                """.formatted(
                        Html.text(it.pages() + large.url()), large.width(), large.height(), Html.text(picture.alt()));
    }

    /** What matters first: a chat shows two lines. */
    private static String description(Announced it) {
        var place = it.card().details().place();
        var facts =
                (it.cancelled() ? "Cancelled. " : "") + it.when() + ", " + place.name() + ", " + place.address() + ".";
        var said = it.card().details().description().replaceAll("\\s+", " ").strip();
        return shortened(said.isEmpty() ? facts : facts + " " + said);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_DESCRIPTION
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_DESCRIPTION - 1)) + "…";
    }
}
