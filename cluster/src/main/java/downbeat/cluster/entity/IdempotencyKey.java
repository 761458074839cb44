package downbeat.cluster.entity;

import java.util.regex.Pattern;

/**
 * Marks the repeats of one request, chosen by whoever makes it. Remembered per entity: edges that serve several accounts
 * put the account into the key, or one could ask with another's.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    public IdempotencyKey {
        if (!VISIBLE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "idempotency key must be 1 to 128 visible ASCII characters, but has " + value.length());
        }
    }
}
