package downbeat.drops.domain;

import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.bundle.Component;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.crowd.Eligibility;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PickupWindow;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.ClassId;
import downbeat.kernel.bound.Bounds;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a trainer says of a drop.
 *
 * @param title 1 to 120 characters
 * @param description up to 4000 characters
 * @param linkedClass the class whose close opens it
 * @param components 1 to 50
 * @param bundles 1 to 20
 * @param points 1 to 50
 * @param perMember units of all bundles together, 1 to 100
 * @param eligibility of those who took part in the class; everybody may claim when empty
 */
public record DropDetails(
        String title,
        String description,
        Optional<ClassId> linkedClass,
        List<Component> components,
        List<Bundle> bundles,
        List<CollectionPoint> points,
        int perMember,
        Optional<Eligibility> eligibility,
        Timing timing) {
    public static final int MOST_COMPONENTS = 50;
    public static final int MOST_BUNDLES = 20;
    public static final int MOST_POINTS = 50;

    public DropDetails {
        components = List.copyOf(components);
        bundles = List.copyOf(bundles);
        points = List.copyOf(points);
        Bounds.text("title", title, 1, 120);
        Bounds.text("description", description, 0, 4000);
        Bounds.size("components", components, 1, MOST_COMPONENTS);
        Bounds.size("bundles", bundles, 1, MOST_BUNDLES);
        Bounds.size("points", points, 1, MOST_POINTS);
        Bounds.number("perMember", perMember, 1, 100);
        Bounds.distinct("components", components.stream().map(Component::id).toList());
        Bounds.distinct("bundles", bundles.stream().map(Bundle::id).toList());
        Bounds.distinct("points", points.stream().map(CollectionPoint::id).toList());
        Bounds.distinct(
                "windows",
                points.stream()
                        .flatMap(point -> point.windows().stream())
                        .map(window -> window.id())
                        .toList());
        var known = components.stream().map(Component::id).toList();
        bundles.forEach(bundle -> Bounds.require(
                known.containsAll(bundle.contents().keySet()),
                "contents of bundle " + bundle.id().value() + " must be among the components"));
        points.forEach(point -> Bounds.require(
                known.containsAll(point.stock().keySet()),
                "stock of point " + point.id().value() + " must be among the components"));
        Bounds.require(
                eligibility.isEmpty() || linkedClass.isPresent(),
                "eligibility must be empty where no class is named: nobody took part");
        Bounds.require(
                bundles.stream()
                                .map(Bundle::price)
                                .map(money -> money.currency())
                                .distinct()
                                .count()
                        == 1,
                "price must be in one currency for all bundles");
    }

    public Optional<Bundle> bundle(BundleId id) {
        return bundles.stream().filter(bundle -> bundle.id().equals(id)).findFirst();
    }

    public Optional<CollectionPoint> point(PointId id) {
        return points.stream().filter(point -> point.id().equals(id)).findFirst();
    }

    /** The window of an order, if nothing can be collected in it any more. */
    Optional<PickupWindow> windowOver(Order order, Instant now) {
        return point(order.point())
                .flatMap(point -> order.window().flatMap(point::window))
                .filter(window -> !now.isBefore(window.time().end()));
    }

    DropDetails with(CollectionPoint changed) {
        return new DropDetails(
                title,
                description,
                linkedClass,
                components,
                bundles,
                points.stream()
                        .map(point -> Objects.equals(point.id(), changed.id()) ? changed : point)
                        .toList(),
                perMember,
                eligibility,
                timing);
    }
}
