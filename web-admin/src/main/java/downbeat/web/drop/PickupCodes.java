package downbeat.web.drop;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.web.identity.token.Derived;
import java.util.Optional;

/**
 * Makes and knows pickup codes. The 25 bits of a code's check follow from drop and claim under the installation's own key (HMAC), so
 * that nothing is stored. To guess one takes a counter's session, which reads all codes in its book anyway, and at its rate limit some days.
 */
public final class PickupCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 5;
    private static final int BITS = 5;

    private final Derived derived;

    public PickupCodes(Derived derived) {
        this.derived = derived;
    }

    public PickupCode of(DropId drop, ClaimId claim) {
        return new PickupCode(Optional.of(drop), claim, check(drop, claim));
    }

    /** Whether the code is of a claim of this drop. */
    public boolean fits(PickupCode code, DropId drop) {
        return code.drop().filter(named -> !named.equals(drop)).isEmpty()
                && code.check().equals(check(drop, code.claim()));
    }

    private String check(DropId drop, ClaimId claim) {
        byte[] bytes = derived.bytes("pickup", drop.value(), claim.value());
        long bits = 0;
        for (int i = 0; i < 4; i++) {
            bits = bits << 8 | Byte.toUnsignedLong(bytes[i]);
        }
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt((int) (bits >> (BITS * i)) & 31));
        }
        return text.toString();
    }
}
