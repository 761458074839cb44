package downbeat.web.http.resource;

import downbeat.classes.domain.ClassDetails;
import downbeat.kernel.Money;
import downbeat.web.http.operation.Form;
import java.time.Duration;
import java.util.Currency;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a trainer fills in about a class, whole or, in an edit, only what changes. */
final class ClassForm {
    static final String[] FIELDS = {
        "title",
        "style",
        "description",
        "start",
        "zone",
        "lengthMinutes",
        "onlineCapacity",
        "inRoomCapacity",
        "price",
        "trial"
    };
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private final Form form;

    ClassForm(Form form) {
        this.form = form;
    }

    /** A new class. */
    ClassDetails details() {
        return checked(() -> new ClassDetails(
                form.text("title", 1, 120),
                form.text("style", 1, 60),
                form.optionalText("description", 0, 4000).orElse(""),
                form.localTime("start"),
                form.zone("zone"),
                Duration.ofMinutes(form.integer("lengthMinutes", 5, 360)),
                form.has("onlineCapacity") ? form.integer("onlineCapacity", 0, ClassDetails.MAX_ONLINE) : 0,
                form.has("inRoomCapacity") ? form.integer("inRoomCapacity", 0, ClassDetails.MAX_IN_ROOM) : 0,
                price(),
                form.flag("trial", false)));
    }

    /** What there is, with what the form says instead. */
    ClassDetails over(ClassDetails now) {
        return checked(() -> new ClassDetails(
                form.optionalText("title", 1, 120).orElse(now.title()),
                form.optionalText("style", 1, 60).orElse(now.style()),
                form.optionalText("description", 0, 4000).orElse(now.description()),
                form.has("start") ? form.localTime("start") : now.localStart(),
                form.has("zone") ? form.zone("zone") : now.zone(),
                form.has("lengthMinutes") ? Duration.ofMinutes(form.integer("lengthMinutes", 5, 360)) : now.length(),
                form.has("onlineCapacity")
                        ? form.integer("onlineCapacity", 0, ClassDetails.MAX_ONLINE)
                        : now.onlineCapacity(),
                form.has("inRoomCapacity")
                        ? form.integer("inRoomCapacity", 0, ClassDetails.MAX_IN_ROOM)
                        : now.inRoomCapacity(),
                form.has("price") ? price() : now.price(),
                form.flag("trial", now.trial()),
                now.nextClass()));
    }

    private Money price() {
        var price = form.object("price").only("minor", "currency");
        var minor = price.integer("minor", 0L, 10_000_000L);
        var currency = price.text("currency", 3, 3);
        if (!CURRENCIES.contains(currency)) {
            throw price.bad("currency", "must be an ISO 4217 code such as EUR.");
        }
        return new Money(minor, Currency.getInstance(currency));
    }

    /** What the record itself finds wrong: its sentence begins with the field. */
    private ClassDetails checked(Supplier<ClassDetails> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            var sentence = String.valueOf(e.getMessage());
            var field = sentence.split(" ", 2);
            throw form.bad(field[0], field[1] + ".");
        }
    }
}
