package downbeat.popups.domain.kind;

import downbeat.kernel.Money;
import downbeat.kernel.TimeWindow;
import downbeat.kernel.bound.Bounds;
import java.util.Optional;

/**
 * One kind of ticket. Its quota is a limit of its own under the capacity of the pop-up; quotas may add up to more.
 *
 * @param name 1 to 60 characters
 * @param quota 1 to 10,000 tickets
 * @param price of one ticket; free and staff tickets cost nothing, paid ones something
 * @param onSale when it can be had; at any time when empty
 * @param perPerson 1 to 20 tickets that one person may have
 */
public record TicketKind(
        KindId id, String name, Category category, int quota, Money price, Optional<TimeWindow> onSale, int perPerson) {
    public static final int MOST = 10_000;

    public TicketKind {
        Bounds.text("name of a ticket kind", name, 1, 60);
        Bounds.number("quota", quota, 1, MOST);
        Bounds.number("perPerson", perPerson, 1, 20);
        boolean free = category == Category.FREE || category == Category.STAFF;
        Bounds.require(!free || price.isZero(), "price of a " + category + " ticket must be 0");
        Bounds.require(category != Category.PAID || !price.isZero(), "price of a PAID ticket must be more than 0");
    }
}
