package downbeat.web.pass;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document: Latin, Greek, Cyrillic, Hebrew, Arabic, Armenian and Georgian first, then Devanagari, Thai, Chinese and
 * Japanese, Korean, and signs such as emoji. A font is read when the ones before it lack a character, and only what is used of it goes
 * into the document. A character that no font has is shown as U+FFFD: the reader sees that one is missing.
 */
final class Typecase {
    static final int MISSING = 0xFFFD;
    private static final List<String> FALLBACKS = List.of(
            "NotoSansDevanagari-Regular.ttf",
            "NotoSansThai-Regular.ttf",
            "DroidSansFallbackFull.ttf",
            "NanumSquareR.ttf",
            "NotoEmoji-Regular.ttf");

    private final PDDocument document;
    private final List<Face> regular = new ArrayList<>();
    private final List<Face> bold = new ArrayList<>();
    private final List<Face> fallbacks = new ArrayList<>();

    Typecase(PDDocument document) {
        this.document = document;
        regular.add(face("DejaVuSans.ttf"));
    }

    /** A font and the characters it has. */
    record Face(PDType0Font font, CmapLookup characters) {
        boolean has(int character) {
            return characters.getGlyphId(character) != 0;
        }
    }

    /** Characters side by side of one font. */
    record Run(PDType0Font font, String text) {
        /** In points, at this size. */
        float width(float size) {
            try {
                return font.getStringWidth(text) / 1000 * size;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The text, in the order in which it is seen, cut where the font changes. */
    List<Run> runs(String seen, boolean strong) {
        var runs = new ArrayList<Run>();
        seen.codePoints().filter(Typecase::isVisible).forEach(character -> {
            var shown = character;
            var face = find(shown, strong);
            if (face == null) {
                shown = MISSING;
                face = regular.getFirst();
            }
            var text = Character.toString(shown);
            if (!runs.isEmpty() && runs.getLast().font().equals(face.font())) {
                text = runs.removeLast().text() + text;
            }
            runs.add(new Run(face.font(), text));
        });
        return runs;
    }

    /** Joiners and variation selectors say how neighbours look, and are nothing by themselves. */
    private static boolean isVisible(int character) {
        return Character.getType(character) != Character.FORMAT
                && !(character >= 0xFE00 && character <= 0xFE0F)
                && !Character.isISOControl(character);
    }

    private @org.jspecify.annotations.Nullable Face find(int character, boolean strong) {
        for (var face : strong ? bold() : regular) {
            if (face.has(character)) {
                return face;
            }
        }
        if (strong && regular.getFirst().has(character)) {
            return regular.getFirst();
        }
        for (int i = 0; i < FALLBACKS.size(); i++) {
            if (i == fallbacks.size()) {
                fallbacks.add(face(FALLBACKS.get(i)));
            }
            if (fallbacks.get(i).has(character)) {
                return fallbacks.get(i);
            }
        }
        return null;
    }

    private List<Face> bold() {
        if (bold.isEmpty()) {
            bold.add(face("DejaVuSans-Bold.ttf"));
        }
        return bold;
    }

    private Face face(String file) {
        try (InputStream in = Typecase.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The font " + file + " is not in the jar");
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            document.registerTrueTypeFontForClosing(font);
            return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
