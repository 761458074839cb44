package downbeat.web.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Text under the installation's own key (AES-GCM): nobody else can read it, make it or change it. It does not expire and nothing is
 * stored: the same text of one kind is sealed the same, since its nonce follows from it.
 */
public final class Sealed {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** What is sealed here are ids. */
    private static final int LONGEST = 256;

    private final Derived derived;

    public Sealed(Derived derived) {
        this.derived = derived;
    }

    /** In base64url. What is sealed as one kind opens as no other. */
    public String seal(String kind, String text) {
        var nonce = Arrays.copyOf(derived.bytes("sealed-nonce", kind, text), NONCE);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, kind, nonce);
            var all = Arrays.copyOf(nonce, cipher.getOutputSize(bytes(text).length) + NONCE);
            cipher.doFinal(bytes(text), 0, bytes(text).length, all, NONCE);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + CIPHER, e);
        }
    }

    /** The text, if it was sealed here as this kind. */
    public Optional<String> open(String kind, String sealed) {
        if (sealed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var all = Base64.getUrlDecoder().decode(sealed);
            var cipher = cipher(Cipher.DECRYPT_MODE, kind, Arrays.copyOf(all, NONCE));
            var text = cipher.doFinal(all, NONCE, all.length - NONCE);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String kind, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        var key = new SecretKeySpec(derived.bytes("sealed-key", kind), "AES");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
