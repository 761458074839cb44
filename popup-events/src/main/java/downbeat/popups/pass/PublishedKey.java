package downbeat.popups.pass;

import downbeat.kernel.bound.Bounds;
import java.security.PublicKey;
import java.util.Base64;

/**
 * The public half of a key, as every scanner has it.
 *
 * @param key the 32 bytes of RFC 8032 in base64url without padding, as a JWK has them in {@code x} (RFC 8037)
 */
public record PublishedKey(KeyNumber number, String key) {
    public PublishedKey {
        Bounds.require(key.matches("[A-Za-z0-9_-]{43}"), "key must be 43 characters of base64url");
    }

    /** @throws IllegalArgumentException if it is no key of Ed25519 */
    public static PublishedKey of(KeyNumber number, PublicKey key) {
        Bounds.require(
                key.getAlgorithm().equals("EdDSA") && key.getEncoded().length == 44, "key must be one of Ed25519");
        return new PublishedKey(number, Base64.getUrlEncoder().withoutPadding().encodeToString(Ed25519.raw(key)));
    }

    PublicKey publicKey() {
        return Ed25519.publicKey(Base64.getUrlDecoder().decode(key));
    }
}
