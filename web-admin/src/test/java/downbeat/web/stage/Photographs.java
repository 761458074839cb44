package downbeat.web.stage;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photographs as phones take them: red above, blue below, with a place, a time and how the phone was held. */
public final class Photographs {
    /** A WebP of 24 by 16 px, orange all over, written by libwebp. */
    private static final String WEBP =
            "UklGRioCAABXRUJQVlA4WAoAAAAgAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggPAAAAHADAJ0BKhgAEAA+bSySRaQioZgEAEAGxKALUWgH4AfgAAiIAAD+6a3//bs0xj9/Y5//UFvkzz5wzHAAAA==";

    private Photographs() {}

    /**
     * @param orientation tag 0x0112, 1 to 8; the pixels are as the sensor had them, whatever it says
     */
    public static byte[] jpeg(int width, int height, int orientation) {
        var plain = written(flag(width, height), "jpeg");
        var exif = exif(orientation);
        var out = ByteBuffer.allocate(plain.length + exif.length + 10);
        out.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
        out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
        return out.put(plain, 2, plain.length - 2).array();
    }

    /** The same as PNG, with the Exif chunk that some phones write. */
    public static byte[] png(int width, int height, int orientation) {
        var plain = written(flag(width, height), "png");
        var chunk = chunk("eXIf", exif(orientation));
        int head = 8 + 25; // signature and header
        return ByteBuffer.allocate(plain.length + chunk.length)
                .put(plain, 0, head)
                .put(chunk)
                .put(plain, head, plain.length - head)
                .array();
    }

    /** A PNG that says it is so large; nothing in it is. */
    public static byte[] bomb(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        var chunk = chunk("IHDR", header.array());
        return ByteBuffer.allocate(8 + chunk.length)
                .put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1))
                .put(chunk)
                .array();
    }

    public static byte[] webp() {
        return Base64.getDecoder().decode(WEBP);
    }

    private static BufferedImage flag(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width, height / 2);
        pen.setColor(Color.BLUE);
        pen.fillRect(0, height / 2, width, height);
        pen.dispose();
        return image;
    }

    /** A directory with orientation, time and the place of a directory of positions: 53° 33′ N. */
    private static byte[] exif(int orientation) {
        var tiff = ByteBuffer.allocate(160);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
        entry(tiff, 0x0132, 2, 20).putInt(100);
        entry(tiff, 0x8825, 4, 1).putInt(50);
        tiff.putInt(0);
        tiff.position(50).putShort((short) 2);
        entry(tiff, 1, 2, 2).put("N\0\0\0".getBytes(StandardCharsets.US_ASCII));
        entry(tiff, 2, 5, 3).putInt(124);
        tiff.putInt(0);
        tiff.position(100).put("2026:11:27 04:30:00\0".getBytes(StandardCharsets.US_ASCII));
        tiff.position(124).putInt(53).putInt(1).putInt(33).putInt(1).putInt(0).putInt(1);
        return tiff.array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }

    private static byte[] chunk(String name, byte[] data) {
        var named = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] written(BufferedImage image, String format) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
