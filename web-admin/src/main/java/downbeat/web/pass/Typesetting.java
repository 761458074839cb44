package downbeat.web.pass;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import downbeat.web.pass.Typecase.Run;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks text into lines and puts each into the order in which it is seen: Arabic letters take the forms of their places in a
 * word, and what is written from right to left stands so (Unicode Standard Annex 9).
 */
final class Typesetting {
    private static final ArabicShaping JOINED = new ArabicShaping(
            ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK);

    private final Typecase typecase;
    private final boolean strong;
    private final float size;
    private final float width;

    /** @param size and {@code width} in points */
    Typesetting(Typecase typecase, boolean strong, float size, float width) {
        this.typecase = typecase;
        this.strong = strong;
        this.size = size;
        this.width = width;
    }

    /**
     * One line as it is seen.
     *
     * @param fromRight whether the text it is of begins at the right
     */
    record Line(List<Run> runs, float width, boolean fromRight) {
        Line {
            runs = List.copyOf(runs);
        }
    }

    /** At most so many lines; what does not fit ends with an ellipsis. */
    List<Line> lines(String text, int most) {
        var joined = joined(Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip());
        boolean fromRight = Bidi.getBaseDirection(joined) == Bidi.RTL;
        var rest = joined;
        var lines = new ArrayList<Line>();
        while (!rest.isEmpty() && lines.size() < most) {
            int end = lines.size() == most - 1 ? rest.length() : fitting(rest);
            lines.add(line(rest.substring(0, end).strip(), fromRight));
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /** Where the longest beginning that fits ends: at a place where a line may break, or anywhere in a word that is too long. */
    private int fitting(String text) {
        if (width(text) <= width) {
            return text.length();
        }
        var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int best = 0;
        for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
            if (width(text.substring(0, at).stripTrailing()) > width) {
                break;
            }
            best = at;
        }
        return best > 0 ? best : anywhere(text);
    }

    private int anywhere(String text) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length() && width(text.substring(0, text.offsetByCodePoints(end, 1))) <= width) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private Line line(String text, boolean fromRight) {
        var shown = text;
        while (width(shown) > width && shown.length() > 2) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -2))
                            .stripTrailing() + "…";
        }
        var runs = typecase.runs(seen(shown, fromRight), strong);
        return new Line(runs, width(shown), fromRight);
    }

    private float width(String text) {
        float all = 0;
        for (var run : typecase.runs(text, strong)) {
            all += run.width(size);
        }
        return all;
    }

    /** Arabic letters in the forms of their places. */
    static String joined(String text) {
        try {
            return JOINED.shape(text);
        } catch (ArabicShapingException e) {
            throw new IllegalStateException("Text that may grow and shrink is always shaped", e);
        }
    }

    /** From left to right as it is seen. */
    static String seen(String line, boolean fromRight) {
        var bidi = new Bidi(line, fromRight ? Bidi.RTL : Bidi.LTR);
        return bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS | Bidi.KEEP_BASE_COMBINING);
    }
}
