package downbeat.web.http.imported;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Text of others, which may be HTML, as the plain text that it says. */
final class PlainText {
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!]|&#?\\w+;");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\p{Cntrl}]+");

    private PlainText() {}

    /** On one line. */
    static String line(String said) {
        return SPACE.matcher(MARKUP.matcher(said).find() ? Jsoup.parse(said).text() : said)
                .replaceAll(" ")
                .strip();
    }

    /** With its paragraphs. */
    static String paragraphs(String said) {
        if (!MARKUP.matcher(said).find()) {
            return said.strip();
        }
        var page = Jsoup.parse(said.replace("\r", ""));
        page.select("script,style").remove();
        page.select("p,li,div").append("\n");
        return page.wholeText().replace('\u00a0', ' ').strip();
    }

    /** As much of it as a sentence can carry. */
    static String shortened(String said) {
        var line = SPACE.matcher(said).replaceAll(" ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
}
