package downbeat.web.pass;

import com.google.zxing.common.BitMatrix;
import downbeat.web.pass.Typesetting.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A pass to be printed, or kept on a phone without a network: one page of A4 whose code is as large as a gate likes it. */
public final class PassDocument {
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float MARGIN = 20 * MILLIMETRE;
    private static final float CODE = 80 * MILLIMETRE;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float LEADING = 1.3f;
    private static final float SMALL = 10;
    private static final float NORMAL = 13;
    private static final float LARGE = 24;

    private final Typecase typecase;
    private final PDPageContentStream page;
    private float top = PDRectangle.A4.getHeight() - MARGIN;

    private PassDocument(Typecase typecase, PDPageContentStream page) {
        this.typecase = typecase;
        this.page = page;
    }

    /** The bytes of the file. */
    public static byte[] pdf(PassSheet sheet) {
        try (var document = new PDDocument()) {
            var paper = new PDPage(PDRectangle.A4);
            document.addPage(paper);
            document.getDocumentInformation().setTitle(sheet.title() + ", " + sheet.ticket());
            document.getDocumentInformation().setCreator("Downbeat");
            try (var page = new PDPageContentStream(document, paper)) {
                new PassDocument(new Typecase(document), page).write(sheet);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(PassSheet sheet) throws IOException {
        text(sheet.host(), false, NORMAL, 1);
        text(sheet.title(), true, LARGE, 4);
        gap();
        text(sheet.when(), true, NORMAL, 2);
        text(sheet.place(), true, NORMAL, 2);
        text(sheet.address(), false, NORMAL, 3);
        gap();
        text(sheet.kind(), true, NORMAL, 2);
        text(sheet.ticket(), false, NORMAL, 1);
        if (sheet.due().isPresent()) {
            text(sheet.due().get(), false, NORMAL, 1);
        }
        code(QrPicture.modules(sheet.code()));
        text("Show this code at the gate. Whoever shows it first comes in: keep it to yourself.", false, SMALL, 2);
    }

    private void gap() {
        top -= NORMAL;
    }

    private void text(String text, boolean strong, float size, int most) throws IOException {
        for (var line : new Typesetting(typecase, strong, size, WIDTH).lines(text, most)) {
            top -= size * LEADING;
            line(line, size);
        }
    }

    private void line(Line line, float size) throws IOException {
        page.beginText();
        page.newLineAtOffset(line.fromRight() ? MARGIN + WIDTH - line.width() : MARGIN, top);
        for (var run : line.runs()) {
            page.setFont(run.font(), size);
            page.showText(run.text());
        }
        page.endText();
    }

    /** Drawn as black squares, sharp at every size, in line with the text: the quiet zone before them is in the margin. */
    private void code(BitMatrix modules) throws IOException {
        float side = CODE / modules.getWidth();
        float left = MARGIN - modules.getEnclosingRectangle()[0] * side;
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    page.addRect(left + x * side, top - (y + 1) * side, side, side);
                }
            }
        }
        page.fill();
        top -= CODE;
    }
}
