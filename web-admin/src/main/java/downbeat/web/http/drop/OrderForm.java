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

    static OrderForm of(Form form) {
        form.only("bundle", "units", "point", "window", "paying");
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
