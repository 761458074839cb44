package downbeat.drops.domain.claim;

import downbeat.kernel.Id;
import downbeat.kernel.bound.Bounds;

/** The number of a claim within its drop, from 1. A number is no secret: a pickup code is more than it. */
public record ClaimId(String value) implements Id {
    public ClaimId {
        Bounds.require(value.matches("[1-9][0-9]{0,6}"), "claim id must be a number from 1 of up to 7 digits");
    }

    public static ClaimId of(int number) {
        return new ClaimId(Integer.toString(number));
    }

    public int number() {
        return Integer.parseInt(value);
    }
}
