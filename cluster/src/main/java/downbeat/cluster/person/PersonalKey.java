package downbeat.cluster.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one person: AES-256 in GCM (NIST SP 800-38D). Nonces are random; one key may seal 2^32 texts before two of them
 * could be the same, which is more rows than a person ever has.
 */
public final class PersonalKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec secret;

    private PersonalKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "AES");
    }

    public static PersonalKey random() {
        return new PersonalKey(randomBytes(KEY_BYTES));
    }

    /** @throws IllegalArgumentException if it is not the {@link #text} of a key */
    public static PersonalKey parse(String text) {
        var bytes = Base64.getDecoder().decode(text);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
        }
        return new PersonalKey(bytes);
    }

    /** As it is kept in its table, and nowhere else. */
    public String text() {
        return Base64.getEncoder().encodeToString(secret.getEncoded());
    }

    /**
     * Nonce, what was sealed and its tag, in Base64.
     *
     * @param about whom it is about: what is sealed opens with the same words only
     */
    public String seal(byte[] plain, String about) {
        try {
            var nonce = randomBytes(NONCE_BYTES);
            var closed = cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(plain);
            var sealed = Arrays.copyOf(nonce, nonce.length + closed.length);
            System.arraycopy(closed, 0, sealed, nonce.length, closed.length);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES in GCM", e);
        }
    }

    /** @throws IllegalArgumentException if it was sealed with another key, about somebody else, or has been changed */
    public byte[] open(String sealed, String about) {
        var bytes = Base64.getDecoder().decode(sealed);
        if (bytes.length < NONCE_BYTES) {
            throw new IllegalArgumentException("what is sealed is longer than its nonce");
        }
        try {
            var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, about).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this was not sealed with this key about " + about, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] randomBytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "PersonalKey[…]";
    }
}
