package downbeat.classes.plan.workout;

import java.util.regex.Pattern;

/** Trainers write "over & under" into their texts; strictly that is not XML. */
final class Ampersands {
    /** An ampersand that begins no reference. */
    private static final Pattern BARE = Pattern.compile("&(?![A-Za-z_#])");

    private Ampersands() {}

    static String escaped(String xml) {
        return xml.indexOf('&') < 0 ? xml : BARE.matcher(xml).replaceAll("&amp;");
    }
}
