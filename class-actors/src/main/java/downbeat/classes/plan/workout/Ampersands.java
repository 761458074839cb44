package downbeat.classes.plan.workout;

import java.util.regex.Pattern;

/** Trainers write "over & under" and "R&B" into their texts; strictly that is not XML. */
final class Ampersands {
    private static final String OPEN = "<![CDATA[";
    private static final String CLOSE = "]]>";

    /** An ampersand that begins no reference, named or numbered. */
    private static final Pattern BARE =
            Pattern.compile("&(?!(?:[A-Za-z_][A-Za-z0-9_.-]{0,63}|#[0-9]{1,8}|#x[0-9A-Fa-f]{1,8});)");

    private Ampersands() {}

    /** In a CDATA section an ampersand is itself already. */
    static String escaped(String xml) {
        if (xml.indexOf('&') < 0) {
            return xml;
        }
        var escaped = new StringBuilder(xml.length() + 64);
        int from = 0;
        int open = xml.indexOf(OPEN);
        int close = open < 0 ? -1 : xml.indexOf(CLOSE, open);
        while (close >= 0) {
            escaped.append(escape(xml.substring(from, open))).append(xml, open, close);
            from = close;
            open = xml.indexOf(OPEN, from);
            close = open < 0 ? -1 : xml.indexOf(CLOSE, open);
        }
        return escaped.append(escape(xml.substring(from))).toString();
    }

    private static String escape(String markup) {
        return BARE.matcher(markup).replaceAll("&amp;");
    }
}
