package downbeat.web.http.resource;

import downbeat.kernel.ClassId;
import downbeat.kernel.GeoPoint;
import downbeat.popups.domain.CancellationPolicy;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Place;
import downbeat.popups.domain.place.Timing;
import downbeat.web.http.operation.Form;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what an organizer says of a pop-up, always all of it. */
final class PopUpForm {
    private static final int MOST_HOURS = 60 * 24;
    /** Who says nothing of cancelling gives everything back. */
    private static final CancellationPolicy EVERYTHING_BACK = new CancellationPolicy(Duration.ZERO, 100);

    private PopUpForm() {}

    static PopUpDetails details(Form form) {
        form.only(
                "title",
                "description",
                "host",
                "place",
                "start",
                "lengthMinutes",
                "doorsEarlyMinutes",
                "capacity",
                "kinds",
                "cancellation",
                "linkedClass",
                "languages");
        return Parts.checked(
                form,
                () -> new PopUpDetails(
                        form.text("title", 1, 120),
                        form.optionalText("description", 0, 4000).orElse(""),
                        form.text("host", 1, 120),
                        place(form.object("place")),
                        timing(form),
                        form.integer("capacity", 1, TicketKind.MOST),
                        kinds(form),
                        form.has("cancellation") ? cancellation(form.object("cancellation")) : EVERYTHING_BACK,
                        linkedClass(form),
                        Spoken.of(form).orElse(List.of())));
    }

    private static Place place(Form form) {
        form.only("name", "address", "lat", "lon", "zone", "accessibility");
        return Parts.checked(
                form,
                () -> new Place(
                        form.text("name", 1, 120),
                        form.text("address", 1, 300),
                        new GeoPoint(form.number("lat", -90, 90), form.number("lon", -180, 180)),
                        form.zone("zone"),
                        form.optionalText("accessibility", 0, 1000).orElse("")));
    }

    private static Timing timing(Form form) {
        return new Timing(
                form.localTime("start"),
                Duration.ofMinutes(form.integer("lengthMinutes", 15, 24 * 60)),
                Duration.ofMinutes(form.integer("doorsEarlyMinutes", 0, 240)));
    }

    private static List<TicketKind> kinds(Form form) {
        return form.objects("kinds", 1, PopUpDetails.MOST_KINDS).stream()
                .map(PopUpForm::kind)
                .toList();
    }

    private static TicketKind kind(Form form) {
        form.only("id", "name", "category", "quota", "price", "perPerson", "onSaleFrom", "onSaleUntil");
        return Parts.checked(
                form,
                () -> new TicketKind(
                        Parts.id(form, "id", KindId::new),
                        form.text("name", 1, 60),
                        form.choice("category", Category.class),
                        form.integer("quota", 1, TicketKind.MOST),
                        MoneyForm.of(form, "price"),
                        Parts.span(form, "onSaleFrom", "onSaleUntil"),
                        form.integer("perPerson", 1, 20)));
    }

    private static CancellationPolicy cancellation(Form form) {
        form.only("earlyHours", "lateRefundPercent");
        return new CancellationPolicy(
                Duration.ofHours(form.integer("earlyHours", 0, MOST_HOURS)), form.integer("lateRefundPercent", 0, 100));
    }

    private static Optional<ClassId> linkedClass(Form form) {
        return form.has("linkedClass") ? Optional.of(Parts.id(form, "linkedClass", ClassId::new)) : Optional.empty();
    }
}
