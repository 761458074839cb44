package downbeat.web.pass;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A text as a QR code in a PNG of one bit a pixel (W3C, Portable Network Graphics, third edition), without a screen or fonts. */
public final class QrPicture {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    /** Of one module, so that a phone's camera reads it from a phone's screen at arm's length. */
    private static final int PIXELS = 8;
    /** The white around it that the standard asks for, in modules. */
    private static final int QUIET = 4;

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET);

    private QrPicture() {}

    public static byte[] png(String text) {
        var modules = modules(text);
        int side = modules.getWidth() * PIXELS;
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", header(side));
        chunk(png, "IDAT", packed(rows(modules, side)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** One bit a module, with the white around it. */
    static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("text must fit a QR code", e);
        }
    }

    /** One bit of grey a pixel; no palette, no interlacing. */
    private static byte[] header(int side) {
        return ByteBuffer.allocate(13)
                .putInt(side)
                .putInt(side)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
    }

    /** Each row led by the filter 0; a white pixel is a set bit. */
    private static byte[] rows(BitMatrix modules, int side) {
        int row = 1 + (side + 7) / 8;
        var all = new byte[row * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (!modules.get(x / PIXELS, y / PIXELS)) {
                    all[y * row + 1 + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return all;
    }

    private static byte[] packed(byte[] rows) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        png.writeBytes(ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) sum.getValue())
                .array());
    }
}
