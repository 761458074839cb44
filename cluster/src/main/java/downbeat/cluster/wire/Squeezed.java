package downbeat.cluster.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Large bytes between nodes as gzip (RFC 1952), so that a long cue plan fits into a frame of the cluster's transport many
 * times over. What is small stays as it is: its first two bytes tell, since no CBOR document begins with those of gzip.
 */
public final class Squeezed {
    /** Bytes from which on squeezing is worth its time. */
    public static final int LARGE = 32 * 1024;

    /** What is squeezed may be a bomb: no honest envelope is larger. */
    static final int MOST = 64 * 1024 * 1024;

    private Squeezed() {}

    public static byte[] squeeze(byte[] bytes) {
        if (bytes.length < LARGE) {
            return bytes;
        }
        return gzip(bytes);
    }

    /** The bytes as gzip, however few they are. */
    public static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** @throws IOException when the bytes begin as gzip and are damaged, or hold more than {@value #MOST} bytes */
    public static byte[] loosen(byte[] bytes) throws IOException {
        if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
            return bytes;
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            var loose = gzip.readNBytes(MOST + 1);
            if (loose.length > MOST) {
                throw new IOException("more than " + MOST + " bytes");
            }
            return loose;
        }
    }
}
