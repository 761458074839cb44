package downbeat.web.stage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Music, pictures and rep models that trainers bring. */
public final class MediaFiles {
    private static final int RATE = 8000;

    private MediaFiles() {}

    /** A picture of its own for every number. */
    public static byte[] png(int number) {
        var image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, number);
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tone of 440 Hz: 8 kHz, mono, 16 bits. */
    public static byte[] wav(int seconds) {
        var data = RATE * seconds * 2;
        var file = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + data).put(ascii("WAVEfmt ")).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        file.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(data);
        for (var i = 0; i < RATE * seconds; i++) {
            file.putShort((short) (8000 * Math.sin(2 * Math.PI * 440 * i / RATE)));
        }
        return file.array();
    }

    /** A rep model of one exercise in one segment of the plan. */
    public static byte[] reps(String exercise, int reps, int segment) {
        return ascii("{\"exercises\":[{\"name\":\"%s\",\"reps\":%d,\"tempo\":\"3-1-1\",\"segment\":%d}]}"
                .formatted(exercise, reps, segment));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
