package downbeat.web.command;

import downbeat.drops.domain.DropCommand.Announce;
import downbeat.drops.domain.DropCommand.Compose;
import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.Phase;
import downbeat.drops.domain.Timing;
import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.bundle.Component;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.crowd.Audience;
import downbeat.drops.domain.crowd.Eligibility;
import downbeat.drops.domain.crowd.Seed;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PickupWindow;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.drops.entity.Drops;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.Money;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.PopUps;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What the demo's class closes with: eight sets, to be collected in its room. */
final class DemoDrop {
    private static final int SETS = 8;
    private static final ComponentId BOTTLE = new ComponentId("bottle");
    private static final ComponentId BAR = new ComponentId("bar");

    private final Drops drops;
    private final PopUps popUps;

    DemoDrop(Drops drops, PopUps popUps) {
        this.drops = drops;
        this.popUps = popUps;
    }

    /** The newest that is not over, or a new one. Blocks. */
    DropId make(AccountId trainer, ClassId closing, PopUpId room) {
        for (int n = 1; ; n++) {
            var id = new DropId("d-demo-" + n);
            var card = wait(drops.show(id));
            var over = card.filter(c -> c.phase() == Phase.CLOSED || c.phase() == Phase.CANCELLED);
            if (over.isEmpty()) {
                if (card.isEmpty()) {
                    wait(drops.ask(id, new Compose(trainer, details(closing, room))));
                }
                // A demo that was killed between the two finds its draft again.
                if (card.isEmpty() || card.get().phase() == Phase.DRAFT) {
                    wait(drops.ask(id, new Announce(seed())));
                }
                return id;
            }
        }
    }

    private static Seed seed() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new Seed(HexFormat.of().formatHex(bytes));
    }

    private DropDetails details(ClassId closing, PopUpId room) {
        PopUpCard at = wait(popUps.show(room)).orElseThrow();
        var end = at.end();
        return new DropDetails(
                "Threshold capsule",
                "What is left of the summer: a bottle with the profile of this test on it, and two bars for the way home.",
                Optional.of(closing),
                List.of(new Component(BOTTLE, "Bottle"), new Component(BAR, "Bar")),
                List.of(new Bundle(
                        new BundleId("set"),
                        "After-ride set",
                        "One bottle, two bars.",
                        Money.of(1200, "EUR"),
                        Map.of(BOTTLE, 1, BAR, 2),
                        List.of())),
                List.of(new CollectionPoint(
                        new PointId(room.value()),
                        at.details().place().name(),
                        at.details().place().zone(),
                        Map.of(BOTTLE, SETS, BAR, 2 * SETS),
                        List.of(
                                window("after-class", end.minus(Duration.ofHours(1)), SETS),
                                window("later", end, SETS)))),
                1,
                Optional.of(new Eligibility(10, 0, Audience.EVERYBODY, Duration.ZERO)),
                new Timing(Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofMinutes(30), 0));
    }

    private static PickupWindow window(String id, Instant start, int capacity) {
        return new PickupWindow(new WindowId(id), new TimeWindow(start, start.plus(Duration.ofHours(1))), capacity);
    }

    private static <T> T wait(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
