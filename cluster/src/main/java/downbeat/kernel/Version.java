package downbeat.kernel;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Tells one state of something that people edit from another: equal as long as nobody has edited it.
 *
 * @param text 1 to 64 of {@code A-Z a-z 0-9 _ + -}
 */
public record Version(String text) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_+-]{1,64}");

    public Version {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("version must be 1 to 64 letters, digits, '_', '+' or '-'");
        }
    }

    /** Whether a text can be a version at all. */
    public static boolean canBe(String text) {
        return PLAIN.matcher(text).matches();
    }

    /** Of something that counts its edits. */
    public static Version of(long edits) {
        return new Version(Long.toString(edits));
    }

    /** Of something that counts nothing: the same as long as all of this is. */
    public static Version ofContent(String content) {
        byte[] bytes = new byte[2 * content.length()];
        for (int i = 0; i < content.length(); i++) {
            bytes[2 * i] = (byte) (content.charAt(i) >> 8);
            bytes[2 * i + 1] = (byte) content.charAt(i);
        }
        return new Version(UUID.nameUUIDFromBytes(bytes).toString());
    }
}
