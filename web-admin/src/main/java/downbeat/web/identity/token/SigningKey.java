package downbeat.web.identity.token;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret with a name.
 *
 * @param number 1, 2, 3 … within its purpose
 * @param kid named in what it signs
 * @param secret 256 bits in base64url
 */
record SigningKey(Purpose purpose, int number, String kid, String secret, Instant createdAt) {

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(secret);
    }

    byte[] hmac(byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA256"));
            return mac.doFinal(text);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
