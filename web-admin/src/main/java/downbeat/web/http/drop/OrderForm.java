package downbeat.web.http.drop;

import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Paying;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.web.http.operation.Form;
import downbeat.web.http.resource.Parts;
import java.util.Optional;

/** Reads what somebody wants to claim. */
record OrderForm(Order order, Paying paying) {
    static final String ADMISSION = "admission";

    /** No honest admission is longer. */
    private static final int LONGEST = 2_000;

    static OrderForm of(Form form) {
        return read(form.only("bundle", "units", "point", "window", "paying"));
    }

    /** With what whoever was let in from a waiting room has. */
    static OrderForm ofClaim(Form form) {
        return read(form.only("bundle", "units", "point", "window", "paying", ADMISSION));
    }

    static Optional<String> admission(Form form) {
        return form.has(ADMISSION) ? Optional.of(form.text(ADMISSION, 1, LONGEST)) : Optional.empty();
    }

    private static OrderForm read(Form form) {
        var order = new Order(
                Parts.id(form, "bundle", BundleId::new),
                form.has("units") ? form.integer("units", 1, Order.MOST_UNITS) : 1,
                Parts.id(form, "point", PointId::new),
                form.has("window") ? Optional.of(Parts.id(form, "window", WindowId::new)) : Optional.empty());
        return new OrderForm(order, paying(form));
    }

    /** Who does not say how they pay does so at the counter. */
    static Paying paying(Form form) {
        return form.has("paying") ? form.choice("paying", Paying.class) : Paying.AT_PICKUP;
    }
}
