package downbeat.classes.plan.workout;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a file. What the bytes are decides, not what an XML declaration claims: files whose declaration says
 * UTF-16 while they are UTF-8 are common. What no text holds, such as a NUL that pads a field, is left out.
 */
final class FileText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private FileText() {}

    static String decode(byte[] bytes) {
        var text = utf16(bytes, 0) ? decode16(bytes) : decode8(bytes);
        return PlainText.writable(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    private static boolean utf16(byte[] bytes, int at) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        return (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe) || (first == 0) != (second == 0);
    }

    private static String decode16(byte[] bytes) {
        boolean little = (bytes[0] & 0xff) == 0xff || bytes[1] == 0;
        return new String(bytes, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    /** UTF-8 when it is valid; else the Western encoding of Windows, in which every byte means something. */
    private static String decode8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }
}
