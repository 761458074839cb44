package downbeat.web.pass;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A printed pass, read back by others. */
class PassDocumentTest {
    private static final String CODE = "AQEAAAAAAAAHAAABBnUtNWIxZAr3kq0vX2m8Yw".repeat(3);
    private static final String LACKING = "\uFFFD";

    private static PassSheet sheet(String title) {
        return new PassSheet(
                CODE,
                "Velo Club Nord",
                title,
                "Tuesday 1 December 2026, 18:00 to 20:00, doors at 17:30 (Europe/Berlin time)",
                "Market hall",
                "Marktplatz 1, 20095 Hamburg",
                "With a bike of the house",
                "Ticket 7",
                Optional.of("15.00 EUR to pay at the door"));
    }

    private static String text(PassSheet sheet) throws IOException {
        try (var document = Loader.loadPDF(PassDocument.pdf(sheet))) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void a_pass_says_what_where_and_when_on_one_page() throws IOException {
        try (var document = Loader.loadPDF(PassDocument.pdf(sheet("Threshold on the square")))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Threshold on the square",
                            "Tuesday 1 December 2026, 18:00 to 20:00",
                            "Market hall",
                            "Marktplatz 1, 20095 Hamburg",
                            "With a bike of the house",
                            "Ticket 7",
                            "15.00 EUR to pay at the door");
        }
    }

    @Test
    void its_code_is_read_from_the_paper() throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(PassDocument.pdf(sheet("Threshold")))) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int width = image.getWidth();
            int height = image.getHeight();
            var pixels = image.getRGB(0, 0, width, height, null, 0, width);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
            assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(CODE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Фитнес на площади",
                "Πλατεία Συντάγματος",
                "広場で体を動かそう",
                "在广场上运动",
                "광장에서 운동하기",
                "Հրապարակ",
                "🚴 🏋 🎉",
                "Łódź, Žižkov, Đà Nẵng",
                "ออกกำลังกายที่จัตุรัส"
            })
    void a_title_prints_in_its_script(String title) throws IOException {
        assertThat(text(sheet(title))).contains(title).doesNotContain(LACKING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"رياضة في الساحة", "ורזש ברחבה", "دوچرخه‌سواری در میدان"})
    void what_is_written_from_the_right_stands_so_and_its_letters_join(String title) throws IOException {
        var read = Normalizer.normalize(text(sheet(title)), Normalizer.Form.NFKC);
        assertThat(read).contains(title.replace("\u200c", "")).doesNotContain(LACKING);
        assertThat(Typesetting.seen(Typesetting.joined("رياضة"), true).codePoints())
                .as("presentation forms, the last letter first")
                .allMatch(letter -> letter >= 0xFE70 && letter <= 0xFEFF);
    }

    /** Its letters join and change places, which a reader of text does not undo. */
    @Test
    void a_title_in_devanagari_lacks_nothing() throws IOException {
        assertThat(text(sheet("शुक्रवार की सवारी"))).contains("सवारी").doesNotContain(LACKING);
    }

    @Test
    void joined_signs_come_apart_and_what_no_font_has_is_seen_to_be_missing() throws IOException {
        assertThat(text(sheet("👩‍👩‍👧"))).contains("👩👩👧").doesNotContain(LACKING);
        assertThat(text(sheet("𒀀 cuneiform"))).contains(LACKING + " cuneiform");
    }

    @Test
    void the_longest_title_is_broken_and_cut_and_never_leaves_the_paper() throws IOException {
        var longWord = "Geschwindigkeits".repeat(8).substring(0, 120);
        assertThat(text(sheet(longWord)).replaceAll("\\s", "")).contains(longWord);
        var endless = sheet("W".repeat(120));
        assertThat(text(endless)).contains("…");
        assertThat(text(endless)).contains("Ticket 7");
    }
}
