package downbeat.web.stage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Music, pictures and rep models that trainers bring. */
public final class MediaFiles {
    private static final int RATE = 8000;

    private MediaFiles() {}

    /** A picture of its own for every number. */
    public static byte[] png(int number) {
        var image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, number);
        return written(image, "png");
    }

    /** A picture that is another one also to the eye. */
    public static byte[] stripes(int number) {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                image.setRGB(x, y, (x * number / 32) % 2 == 0 ? 0xffffff : 0x204060);
            }
        }
        return written(image, "png");
    }

    private static byte[] written(BufferedImage image, String format) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a camera sees before which a picture is held up for a second, taken away for three, and so on: five frames a second,
     * uncompressed (YUV4MPEG2).
     */
    public static byte[] heldUp(byte[] png) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(png));
            int side = picture.getWidth() + picture.getWidth() % 2 + 80;
            var out = new ByteArrayOutputStream();
            out.writeBytes(ascii("YUV4MPEG2 W%d H%d F5:1 Ip A1:1 C420jpeg\n".formatted(side, side)));
            for (int frame = 0; frame < 20; frame++) {
                out.writeBytes(ascii("FRAME\n"));
                out.writeBytes(frame(picture, side, frame < 5));
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Grey, with the picture in its middle or not; no colour. */
    private static byte[] frame(BufferedImage picture, int side, boolean there) {
        var frame = new byte[side * side * 3 / 2];
        Arrays.fill(frame, 0, side * side, (byte) 200);
        Arrays.fill(frame, side * side, frame.length, (byte) 128);
        int margin = (side - picture.getWidth()) / 2;
        for (int y = 0; there && y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                frame[(y + margin) * side + x + margin] = (byte) (picture.getRGB(x, y) & 0xff);
            }
        }
        return frame;
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
