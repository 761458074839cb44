package downbeat.discovery.listing;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.ClassId;
import downbeat.kernel.Ids;
import downbeat.popups.domain.PopUpId;

/**
 * Names one listing: a class, a pop-up, or a drop at one of its collection points.
 *
 * @param source the id of the class, the pop-up or the drop
 * @param at the collection point of a drop; empty for all others
 */
public record ListingId(ListingKind kind, String source, String at) {

    public ListingId {
        Ids.check("source", source);
        if ((kind == ListingKind.DROP) == at.isEmpty()) {
            throw new IllegalArgumentException("at must be there for a drop and for nothing else");
        }
    }

    public static ListingId of(ClassId id) {
        return new ListingId(ListingKind.CLASS, id.value(), "");
    }

    public static ListingId of(PopUpId id) {
        return new ListingId(ListingKind.POP_UP, id.value(), "");
    }

    public static ListingId of(DropId id, PointId at) {
        return new ListingId(ListingKind.DROP, id.value(), at.value());
    }

    /** {@code pop-up.u-123}, {@code drop.d-7.u-123}. */
    public String text() {
        return kind.text() + "." + source + (at.isEmpty() ? "" : "." + at);
    }
}
