package downbeat.web.webhook.domain;

import downbeat.kernel.bound.Bounds;
import java.util.Base64;

/** What an endpoint and this installation know, and nobody else. Says nothing of itself. */
public final class Secret {
    private static final String PREFIX = "whsec_";
    private final String base64;

    private Secret(String base64) {
        this.base64 = base64;
    }

    /** @param bytes 24 to 64, as Standard Webhooks asks for */
    public static Secret of(byte[] bytes) {
        Bounds.number("bytes", bytes.length, 24, 64);
        return new Secret(Base64.getEncoder().encodeToString(bytes));
    }

    /** For the eyes of the owner. */
    public String text() {
        return PREFIX + base64;
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
