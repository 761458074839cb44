package downbeat.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Tells one state of something that people edit from another: equal as long as nobody has edited it.
 *
 * @param text 1 to 64 of {@code A-Z a-z 0-9 _ + -}
 */
public record Version(String text) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_+-]{1,64}");
    /** 96 bits: two contents of one thing never meet by chance. */
    private static final int DIGEST_LENGTH = 16;

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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new Version(Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, DIGEST_LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
