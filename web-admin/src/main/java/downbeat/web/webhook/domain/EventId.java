package downbeat.web.webhook.domain;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.kernel.Id;
import downbeat.kernel.bound.Bounds;
import java.util.regex.Pattern;

/**
 * Names what an endpoint is told, the same at every try and to everybody who is told. Without a full stop, which parts it from the
 * rest of what is signed.
 */
public record EventId(String value) implements Id {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,120}");

    public EventId {
        Bounds.require(
                PLAIN.matcher(value).matches(), "event id must be 1 to 120 letters A-Z or a-z, digits, '_' or '-'");
    }

    /** @param sequence of the fact among those of its drop, which may be about several claims */
    public static EventId of(DropId drop, long sequence, ClaimId claim) {
        return new EventId(drop.value() + "_" + sequence + "_" + claim.value());
    }
}
