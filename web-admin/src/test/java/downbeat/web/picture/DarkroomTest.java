package downbeat.web.picture;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.Outcome;
import downbeat.web.picture.PictureRefusal.DamagedPicture;
import downbeat.web.picture.PictureRefusal.NotAPicture;
import downbeat.web.picture.PictureRefusal.TooManyPixels;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.Photographs;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prints of photographs: upright, small enough, and silent about where they were taken. */
class DarkroomTest {
    private static final Darkroom ROOM = new Darkroom();

    @Test
    void nothing_of_place_time_or_device_is_in_a_print() {
        var taken = Photographs.jpeg(640, 480, 6);
        assertThat(text(taken)).contains("Exif", "2026:11:27");
        var prints = prints(taken);
        for (var print : new Print[] {prints.large(), prints.small()}) {
            assertThat(text(print.jpeg())).doesNotContain("Exif", "2026:11:27", "http://ns.adobe.com", "ICC_PROFILE");
            assertThat(segments(print.jpeg()))
                    .as("markers before the pixels: no application data but the frame of JFIF, no comment")
                    .noneMatch(marker -> (marker >= 0xE1 && marker <= 0xEF) || marker == 0xFE);
        }
    }

    /** The first colour is the one of the upper left corner when the picture is upright, the second that of the lower right. */
    @ParameterizedTest
    @CsvSource({
        "1, 64, 32, RED, BLUE",
        "2, 64, 32, RED, BLUE",
        "3, 64, 32, BLUE, RED",
        "4, 64, 32, BLUE, RED",
        "5, 32, 64, RED, BLUE",
        "6, 32, 64, BLUE, RED",
        "7, 32, 64, BLUE, RED",
        "8, 32, 64, RED, BLUE",
    })
    void however_the_phone_was_held_a_print_is_upright(int tag, int width, int height, String first, String last)
            throws IOException {
        for (var taken : new byte[][] {Photographs.jpeg(64, 32, tag), Photographs.png(64, 32, tag)}) {
            var print = prints(taken).large();
            assertThat(print.width()).isEqualTo(width);
            assertThat(print.height()).isEqualTo(height);
            var image = ImageIO.read(new ByteArrayInputStream(print.jpeg()));
            assertThat(colour(image, 4, 4)).isEqualTo(first);
            assertThat(colour(image, width - 5, height - 5)).isEqualTo(last);
        }
    }

    @Test
    void a_large_picture_is_made_smaller_in_its_proportions_and_a_small_one_is_left() {
        var large = prints(Photographs.jpeg(4000, 3000, 1));
        assertThat(large.large().width()).isEqualTo(1600);
        assertThat(large.large().height()).isEqualTo(1200);
        assertThat(large.small().width()).isEqualTo(480);
        assertThat(large.small().height()).isEqualTo(360);
        var small = prints(Photographs.jpeg(300, 200, 1));
        assertThat(small.large().width()).isEqualTo(300);
        assertThat(small.small().height()).isEqualTo(200);
        var line = prints(Photographs.png(5000, 1, 1));
        assertThat(line.small().height()).isOne();
    }

    @Test
    void a_webp_is_read_and_what_is_transparent_lies_on_white() throws IOException {
        var webp = prints(Photographs.webp()).large();
        assertThat(webp.width()).isEqualTo(24);
        var orange =
                new Color(ImageIO.read(new ByteArrayInputStream(webp.jpeg())).getRGB(12, 8));
        assertThat(orange.getRed()).isGreaterThan(200);
        assertThat(orange.getBlue()).isLessThan(60);
        var clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        var out = new ByteArrayOutputStream();
        ImageIO.write(clear, "png", out);
        var print = ImageIO.read(
                new ByteArrayInputStream(prints(out.toByteArray()).large().jpeg()));
        assertThat(new Color(print.getRGB(10, 10))).isEqualTo(Color.WHITE);
    }

    @Test
    void what_says_it_has_too_many_pixels_is_not_even_unpacked() {
        assertThat(ROOM.develop(Photographs.bomb(60_000, 60_000)))
                .isEqualTo(Outcome.refused(new TooManyPixels(3_600_000_000L, Darkroom.MOST_PIXELS)));
        assertThat(ROOM.develop(Photographs.bomb(40_001, 1_000)))
                .isEqualTo(Outcome.refused(new TooManyPixels(40_001_000, Darkroom.MOST_PIXELS)));
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_is_called() {
        for (var other : new byte[][] {
            {},
            MediaFiles.wav(1),
            "GIF89a".getBytes(StandardCharsets.US_ASCII),
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII)
        }) {
            assertThat(ROOM.develop(other)).isEqualTo(Outcome.refused(new NotAPicture()));
        }
    }

    @Test
    void a_picture_that_is_cut_off_anywhere_is_refused_or_read_and_never_an_error() {
        for (var whole : new byte[][] {
            Photographs.jpeg(64, 32, 6), Photographs.png(64, 32, 6), Photographs.webp(), Photographs.bomb(10, 10)
        }) {
            IntStream.range(12, Math.min(400, whole.length)).forEach(length -> {
                var outcome = ROOM.develop(Arrays.copyOf(whole, length));
                assertThat(outcome)
                        .satisfiesAnyOf(
                                it -> assertThat(it).isEqualTo(Outcome.refused(new DamagedPicture())),
                                it -> assertThat(it).isInstanceOf(Outcome.Accepted.class));
            });
        }
        assertThat(ROOM.develop(Photographs.bomb(10, 10))).isEqualTo(Outcome.refused(new DamagedPicture()));
    }

    private static Prints prints(byte[] file) {
        return ROOM.develop(file).fold(prints -> prints, refusal -> {
            throw new AssertionError(refusal.detail());
        });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Markers of a JPEG up to its pixels. */
    private static IntStream segments(byte[] jpeg) {
        var markers = IntStream.builder();
        for (int at = 2; at < jpeg.length && (jpeg[at + 1] & 0xFF) != 0xDA; ) {
            markers.add(jpeg[at + 1] & 0xFF);
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
        }
        return markers.build();
    }

    private static String colour(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return colour.getRed() > colour.getBlue() ? "RED" : "BLUE";
    }
}
