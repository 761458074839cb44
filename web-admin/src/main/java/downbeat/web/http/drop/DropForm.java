package downbeat.web.http.drop;

import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.Timing;
import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.bundle.Component;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.bundle.Download;
import downbeat.drops.domain.crowd.Audience;
import downbeat.drops.domain.crowd.Eligibility;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PickupWindow;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.kernel.ClassId;
import downbeat.kernel.TimeWindow;
import downbeat.web.http.operation.Form;
import downbeat.web.http.resource.MoneyForm;
import downbeat.web.http.resource.Parts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a trainer says of a drop, always all of it. */
final class DropForm {
    private static final int MOST_SECONDS = (int) Eligibility.LONGEST_HEAD_START.toSeconds();
    private static final int MOST_MINUTES = 7 * 24 * 60;

    private DropForm() {}

    /** What a pop-up that is a point is called, and whose clock hangs there. */
    record Where(String name, ZoneId zone) {}

    /** The points that the form names, the pop-ups among them to be looked up. All else that the form alone can be wrong in is found. */
    static List<PointId> points(Form form) {
        return details(form, point -> Optional.of(new Where("Somewhere", ZoneOffset.UTC))).points().stream()
                .map(CollectionPoint::id)
                .toList();
    }

    static Optional<ClassId> linkedClass(Form form) {
        return form.has("classId") ? Optional.of(Parts.id(form, "classId", ClassId::new)) : Optional.empty();
    }

    static DropDetails details(Form form, Map<PointId, Where> places) {
        return details(form, point -> Optional.ofNullable(places.get(point)));
    }

    private static DropDetails details(Form form, Function<PointId, Optional<Where>> places) {
        form.only(
                "title",
                "description",
                "classId",
                "components",
                "bundles",
                "points",
                "perMember",
                "eligibility",
                "timing");
        return Parts.checked(
                form,
                () -> new DropDetails(
                        form.text("title", 1, 120),
                        form.optionalText("description", 0, 4000).orElse(""),
                        linkedClass(form),
                        form.objects("components", 1, DropDetails.MOST_COMPONENTS).stream()
                                .map(DropForm::component)
                                .toList(),
                        form.objects("bundles", 1, DropDetails.MOST_BUNDLES).stream()
                                .map(DropForm::bundle)
                                .toList(),
                        form.objects("points", 1, DropDetails.MOST_POINTS).stream()
                                .map(point -> point(point, places))
                                .toList(),
                        form.integer("perMember", 1, 100),
                        form.has("eligibility")
                                ? Optional.of(eligibility(form.object("eligibility")))
                                : Optional.empty(),
                        timing(form.object("timing"))));
    }

    private static Component component(Form form) {
        form.only("id", "name");
        return new Component(Parts.id(form, "id", ComponentId::new), form.text("name", 1, 80));
    }

    private static Bundle bundle(Form form) {
        form.only("id", "name", "description", "price", "contents", "downloads");
        return Parts.checked(
                form,
                () -> new Bundle(
                        Parts.id(form, "id", BundleId::new),
                        form.text("name", 1, 120),
                        form.optionalText("description", 0, 2000).orElse(""),
                        MoneyForm.of(form, "price"),
                        counts(form.object("contents"), 1, Bundle.MOST_OF_ONE),
                        form.has("downloads")
                                ? form.objects("downloads", 0, Bundle.MOST_DOWNLOADS).stream()
                                        .map(DropForm::download)
                                        .toList()
                                : List.of()));
    }

    private static Download download(Form form) {
        form.only("name", "asset");
        return new Download(form.text("name", 1, 120), form.text("asset", 1, 200));
    }

    private static Map<ComponentId, Integer> counts(Form form, int least, int most) {
        var counts = new HashMap<ComponentId, Integer>();
        form.tree().fieldNames().forEachRemaining(name -> {
            var id = Parts.checked(form, () -> new ComponentId(name));
            counts.put(id, form.integer(name, least, most));
        });
        return counts;
    }

    private static CollectionPoint point(Form form, Function<PointId, Optional<Where>> places) {
        form.only("point", "stock", "windows");
        var id = Parts.id(form, "point", PointId::new);
        var stock = counts(form.object("stock"), 0, CollectionPoint.MOST_STOCK);
        if (id.online()) {
            return Parts.checked(form, () -> new CollectionPoint(id, "Online", ZoneOffset.UTC, stock, List.of()));
        }
        var place = places.apply(id).orElseThrow(() -> form.bad("point", "names no pop-up of yours or of this class."));
        return Parts.checked(
                form,
                () -> new CollectionPoint(
                        id,
                        place.name(),
                        place.zone(),
                        stock,
                        form.objects("windows", 1, CollectionPoint.MOST_WINDOWS).stream()
                                .map(window -> window(window, place.zone()))
                                .toList()));
    }

    private static PickupWindow window(Form form, ZoneId zone) {
        form.only("id", "start", "minutes", "capacity");
        var start = instant(form, zone);
        var length = Duration.ofMinutes(form.integer("minutes", 1, MOST_MINUTES));
        return new PickupWindow(
                Parts.id(form, "id", WindowId::new),
                new TimeWindow(start, start.plus(length)),
                form.integer("capacity", 1, PickupWindow.MOST));
    }

    /** Pickup windows are told by the clock that hangs at the point; where that is turned back the first of two is meant. */
    private static Instant instant(Form form, ZoneId zone) {
        var local = form.localTime("start");
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw form.bad("start", "does not exist in " + zone + ": the clocks go forward over it.");
        }
        return local.atZone(zone).toInstant();
    }

    private static Eligibility eligibility(Form form) {
        form.only("percent", "reps", "audience", "headStartSeconds");
        return new Eligibility(
                form.integer("percent", 0, 100),
                form.has("reps") ? form.integer("reps", 0, 1_000_000) : 0,
                form.has("audience") ? form.choice("audience", Audience.class) : Audience.EVERYBODY,
                Duration.ofSeconds(
                        form.has("headStartSeconds") ? form.integer("headStartSeconds", 0, MOST_SECONDS) : 0));
    }

    private static Timing timing(Form form) {
        form.only("openMinutes", "holdMinutes", "graceMinutes", "perSecond");
        return new Timing(
                Duration.ofMinutes(form.integer("openMinutes", 1, MOST_MINUTES)),
                Duration.ofMinutes(form.integer("holdMinutes", 1, 30)),
                Duration.ofMinutes(form.integer("graceMinutes", 0, 24 * 60)),
                form.has("perSecond") ? form.integer("perSecond", 0, 10_000) : 0);
    }
}
