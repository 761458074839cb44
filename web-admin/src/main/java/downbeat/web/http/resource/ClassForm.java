package downbeat.web.http.resource;

import downbeat.classes.domain.ClassDetails;
import downbeat.web.http.operation.Form;
import java.time.Duration;
import java.util.List;

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
        "trial",
        "languages"
    };

    private final Form form;

    ClassForm(Form form) {
        this.form = form;
    }

    /** A new class. */
    ClassDetails details() {
        return Parts.checked(
                form,
                () -> new ClassDetails(
                        form.text("title", 1, 120),
                        form.text("style", 1, 60),
                        form.optionalText("description", 0, 4000).orElse(""),
                        form.localTime("start"),
                        form.zone("zone"),
                        Duration.ofMinutes(form.integer("lengthMinutes", 5, 360)),
                        form.has("onlineCapacity") ? form.integer("onlineCapacity", 0, ClassDetails.MAX_ONLINE) : 0,
                        form.has("inRoomCapacity") ? form.integer("inRoomCapacity", 0, ClassDetails.MAX_IN_ROOM) : 0,
                        MoneyForm.of(form, "price"),
                        form.flag("trial", false),
                        null,
                        Spoken.of(form).orElse(List.of())));
    }

    /** What there is, with what the form says instead. */
    ClassDetails over(ClassDetails now) {
        return Parts.checked(
                form,
                () -> new ClassDetails(
                        form.optionalText("title", 1, 120).orElse(now.title()),
                        form.optionalText("style", 1, 60).orElse(now.style()),
                        form.optionalText("description", 0, 4000).orElse(now.description()),
                        form.has("start") ? form.localTime("start") : now.localStart(),
                        form.has("zone") ? form.zone("zone") : now.zone(),
                        form.has("lengthMinutes")
                                ? Duration.ofMinutes(form.integer("lengthMinutes", 5, 360))
                                : now.length(),
                        form.has("onlineCapacity")
                                ? form.integer("onlineCapacity", 0, ClassDetails.MAX_ONLINE)
                                : now.onlineCapacity(),
                        form.has("inRoomCapacity")
                                ? form.integer("inRoomCapacity", 0, ClassDetails.MAX_IN_ROOM)
                                : now.inRoomCapacity(),
                        form.has("price") ? MoneyForm.of(form, "price") : now.price(),
                        form.flag("trial", now.trial()),
                        now.nextClass(),
                        Spoken.of(form).orElse(now.languages())));
    }
}
