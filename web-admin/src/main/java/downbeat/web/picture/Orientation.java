package downbeat.web.picture;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the camera was held, by the Exif tag 0x0112: what is kept of a picture must be upright, since the tag goes.
 *
 * @param tag 1 (upright) to 8
 */
record Orientation(int tag) {
    static final Orientation UPRIGHT = new Orientation(1);

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG_EXIF = "eXIf".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP_EXIF = "EXIF".getBytes(StandardCharsets.US_ASCII);
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;

    /** Of the bytes of a JPEG, PNG or WebP file; upright where nothing sensible is said. */
    static Orientation of(byte[] file) {
        try {
            return exif(ByteBuffer.wrap(file)).flatMap(Orientation::read).orElse(UPRIGHT);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT; // what is broken in it says nothing
        }
    }

    boolean swapsSides() {
        return tag >= 5;
    }

    /** From the picture as it was stored to the upright one, of a picture of {@code width} by {@code height} as stored. */
    AffineTransform upright(double width, double height) {
        return switch (tag) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Optional<ByteBuffer> exif(ByteBuffer file) {
        return switch (file.get(0) & 0xFF) {
            case 0xFF -> inJpeg(file);
            case 0x89 -> inChunks(file, 8, ByteOrder.BIG_ENDIAN, PNG_EXIF);
            default -> inChunks(file, 12, ByteOrder.LITTLE_ENDIAN, WEBP_EXIF);
        };
    }

    private static Optional<ByteBuffer> inJpeg(ByteBuffer file) {
        file.position(2);
        while (file.get() == (byte) 0xFF) {
            int marker = file.get() & 0xFF;
            if (marker == START_OF_SCAN) {
                break;
            }
            int length = file.getShort(file.position()) & 0xFFFF;
            var segment = file.slice(file.position() + 2, length - 2);
            if (marker == APP1 && begins(segment, EXIF)) {
                return Optional.of(segment.slice(EXIF.length, segment.limit() - EXIF.length));
            }
            file.position(file.position() + length);
        }
        return Optional.empty();
    }

    /** PNG: length, name, data, checksum. WebP (RIFF): name, length, data, filled up to an even length. */
    private static Optional<ByteBuffer> inChunks(ByteBuffer file, int from, ByteOrder order, byte[] wanted) {
        var isPng = order == ByteOrder.BIG_ENDIAN;
        for (int at = from; at + 8 <= file.limit(); ) {
            int length = file.order(order).getInt(isPng ? at : at + 4);
            if (begins(file.slice(isPng ? at + 4 : at, 4), wanted)) {
                var data = file.slice(at + 8, length);
                return Optional.of(begins(data, EXIF) ? data.slice(EXIF.length, length - EXIF.length) : data);
            }
            at = Math.addExact(at, Math.addExact(length < 0 ? Integer.MAX_VALUE : length, isPng ? 12 : 8 + length % 2));
        }
        return Optional.empty();
    }

    private static boolean begins(ByteBuffer bytes, byte[] with) {
        var first = new byte[Math.min(with.length, bytes.limit())];
        bytes.get(0, first);
        return Arrays.equals(first, with);
    }

    /** The first directory of a TIFF file, which is what Exif is. */
    private static Optional<Orientation> read(ByteBuffer tiff) {
        var order = tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        var exif = tiff.duplicate().order(order);
        int directory = exif.getInt(4);
        int entries = exif.getShort(directory) & 0xFFFF;
        for (int n = 0; n < entries; n++) {
            int at = directory + 2 + n * ENTRY_BYTES;
            if ((exif.getShort(at) & 0xFFFF) == ORIENTATION && exif.getShort(at + 2) == SHORT) {
                int tag = exif.getShort(at + 8);
                return tag >= 1 && tag <= 8 ? Optional.of(new Orientation(tag)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
