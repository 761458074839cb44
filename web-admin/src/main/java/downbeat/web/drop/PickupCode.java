package downbeat.web.drop;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody shows or says at a counter: the number of the claim and five characters that only this installation can make, as
 * {@code 17-K3F9Q}. A QR code says the drop too: {@code DBC1.<drop>.17-K3F9Q}.
 *
 * @param drop empty where only the short code was said
 * @param check five characters of Crockford's base 32 (https://www.crockford.com/base32.html)
 */
public record PickupCode(Optional<DropId> drop, ClaimId claim, String check) {
    private static final Pattern SHORT = Pattern.compile("([1-9][0-9]{0,6})-?([0-9A-HJKMNP-TV-Z]{5})");
    private static final Pattern LONG = Pattern.compile("DBC1\\.([A-Za-z0-9_-]{1,64})\\.([^.]{1,20})");

    public String shown() {
        return claim.value() + "-" + check;
    }

    /** What a QR code of it holds. */
    public String scanned(DropId of) {
        return "DBC1." + of.value() + "." + shown();
    }

    /** As scanned or as typed: spaces and case do not matter, O is read as 0, and I and L as 1. Empty for anything else. */
    public static Optional<PickupCode> read(String text) {
        var scanned = LONG.matcher(text.strip());
        return scanned.matches()
                ? read(Optional.of(new DropId(scanned.group(1))), scanned.group(2))
                : read(Optional.empty(), text);
    }

    private static Optional<PickupCode> read(Optional<DropId> drop, String text) {
        var plain = text.replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        var parts = SHORT.matcher(plain);
        return parts.matches()
                ? Optional.of(new PickupCode(drop, new ClaimId(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }
}
