package downbeat.drops.domain;

import static downbeat.drops.domain.Fixtures.*;

import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.bundle.Component;
import downbeat.drops.domain.bundle.Download;
import downbeat.drops.domain.crowd.Audience;
import downbeat.drops.domain.crowd.Eligibility;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PickupWindow;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.Money;
import downbeat.kernel.TimeWindow;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A drop as somebody composes it: a kit of a shirt and a bottle, a shirt alone, and a video, at the pool and at the park.
 *
 * @param shirts at each of both points
 * @param bottles at each of both points
 * @param capacity of each window
 */
public record Capsule(
        int shirts, int bottles, int perMember, Money price, int capacity, Optional<Eligibility> who, Timing timing) {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    public static Capsule of(int stock) {
        return new Capsule(
                stock,
                stock,
                4,
                Money.of(0, "EUR"),
                PickupWindow.MOST,
                Optional.empty(),
                new Timing(Duration.ofMinutes(30), Duration.ofMinutes(10), Duration.ofMinutes(15), 0));
    }

    public Capsule bottles(int other) {
        return new Capsule(shirts, other, perMember, price, capacity, who, timing);
    }

    public Capsule limit(int other) {
        return new Capsule(shirts, bottles, other, price, capacity, who, timing);
    }

    public Capsule priced() {
        return new Capsule(shirts, bottles, perMember, PRICE, capacity, who, timing);
    }

    public Capsule windowsFor(int other) {
        return new Capsule(shirts, bottles, perMember, price, other, who, timing);
    }

    public Capsule forThose(int percent, int reps, Audience audience, Duration headStart) {
        var rule = Optional.of(new Eligibility(percent, reps, audience, headStart));
        return new Capsule(shirts, bottles, perMember, price, capacity, rule, timing);
    }

    public Capsule waitingRoom(int perSecond) {
        var other = new Timing(timing.openFor(), timing.holdFor(), timing.grace(), perSecond);
        return new Capsule(shirts, bottles, perMember, price, capacity, who, other);
    }

    public DropDetails details() {
        return new DropDetails(
                "Ride kit",
                "What we rode in",
                Optional.of(RIDE),
                List.of(new Component(SHIRT, "Shirt"), new Component(BOTTLE, "Bottle")),
                List.of(
                        new Bundle(KIT, "Kit", "", price, Map.of(SHIRT, 1, BOTTLE, 1), List.of()),
                        new Bundle(TEE, "Shirt alone", "", price, Map.of(SHIRT, 1), List.of()),
                        new Bundle(
                                VIDEO, "Video", "", price, Map.of(BOTTLE, 1), List.of(new Download("Ride", "r.mp4")))),
                List.of(
                        point(POOL, "Stadtbad", window("pool-early", EARLY), window("pool-late", LATE)),
                        point(PARK, "Mauerpark", window("park-late", LATE)),
                        point(PointId.ONLINE, "Online")),
                perMember,
                who,
                timing);
    }

    private CollectionPoint point(PointId id, String name, PickupWindow... windows) {
        return new CollectionPoint(id, name, BERLIN, Map.of(SHIRT, shirts, BOTTLE, bottles), List.of(windows));
    }

    private PickupWindow window(String id, TimeWindow time) {
        return new PickupWindow(new downbeat.drops.domain.point.WindowId(id), time, capacity);
    }
}
