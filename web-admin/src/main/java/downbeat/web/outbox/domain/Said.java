package downbeat.web.outbox.domain;

/**
 * What a message says.
 *
 * @param subject one line
 * @param words plain text in paragraphs
 */
public record Said(String subject, String words) {
    private static final int LONGEST_SUBJECT = 200;

    public Said {
        subject = line(subject);
        if (words.isBlank()) {
            throw new IllegalArgumentException("words must not be blank");
        }
    }

    /** Titles are chosen by people: whatever would begin a line of its own becomes a space. */
    private static String line(String text) {
        var one = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return one.codePointCount(0, one.length()) <= LONGEST_SUBJECT
                ? one
                : one.substring(0, one.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
