package downbeat.classes.plan.workout;

import java.util.stream.Collectors;

/** Makes text from files fit to be shown, spoken and written back: no control characters, no broken surrogates. */
final class PlainText {
    private PlainText() {}

    /** Without what cannot be written, lines and spaces as they are. */
    static String writable(String text) {
        return text.codePoints().allMatch(PlainText::writable)
                ? text
                : text.codePoints()
                        .filter(PlainText::writable)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** One line, single spaces. */
    static String line(String text) {
        var clean = new StringBuilder();
        text.codePoints().filter(PlainText::writable).forEach(c -> appendSpaced(clean, c));
        return clean.toString().strip();
    }

    /** Several lines, each without spaces at its ends. */
    static String block(String text) {
        return text.lines()
                .map(PlainText::line)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** The first characters, never half of a pair. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end).strip();
    }

    private static void appendSpaced(StringBuilder clean, int c) {
        boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
        if (!space) {
            clean.appendCodePoint(c);
        } else if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
            clean.append(' ');
        }
    }

    /** What XML 1.0 can hold (https://www.w3.org/TR/xml/#charsets), less invisible controls. */
    private static boolean writable(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        return !(c >= 0x7f && c < 0xa0) && !(c >= 0xd800 && c < 0xe000) && c != 0xfffe && c != 0xffff;
    }
}
