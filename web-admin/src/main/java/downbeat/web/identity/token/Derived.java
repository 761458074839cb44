package downbeat.web.identity.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Names derived from something secret-free under the installation's own key: the same input gives the same name on every
 * node, and nobody can compute a name without the key or read the input from it.
 */
public final class Derived {
    private final SigningKeys keys;

    public Derived(SigningKeys keys) {
        this.keys = keys;
    }

    /** {@code <prefix>-<22 characters>}, 128 bits. */
    public String name(String prefix, String... parts) {
        return prefix + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(prefix, parts));
    }

    /** 16 bytes. */
    public byte[] bytes(String kind, String... parts) {
        var text = new StringBuilder(kind);
        for (var part : parts) {
            text.append('\0').append(part.length()).append(':').append(part);
        }
        var hmac = keys.current(Purpose.IDENTITY).hmac(text.toString().getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(hmac, 16);
    }
}
