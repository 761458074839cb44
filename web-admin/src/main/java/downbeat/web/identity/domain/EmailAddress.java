package downbeat.web.identity.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one spelling under which an account is known: NFC, lower case, without surrounding space.
 *
 * @param value 3..254 characters with one @ that has something on both sides
 */
public record EmailAddress(String value) {
    private static final Pattern SHAPE = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");

    public EmailAddress {
        value = Normalizer.normalize(value, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must be an e-mail address such as mia@example.org");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
