package downbeat.drops.domain;

import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.claim.Claim;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.kernel.ParticipantId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Adds up all claims of a drop anew and holds the sums against what the drop says of itself. */
final class Conservation {
    private final Map<PointId, Map<ComponentId, Map<Status, Integer>>> taken = new HashMap<>();
    private final Map<WindowId, Integer> loads = new HashMap<>();
    private final Map<ParticipantId, Integer> units = new HashMap<>();
    private final Sheet sheet;

    private Conservation(Sheet sheet) {
        this.sheet = sheet;
        sheet.claims().all().forEach(this::count);
    }

    /** @throws AssertionError that says what does not add up */
    static void holds(Drop state) {
        if (state instanceof Drop.Written written) {
            var sums = new Conservation(written.sheet());
            sums.stocks();
            sums.windows();
            sums.members();
        }
    }

    private void count(Claim claim) {
        int handed = claim.handovers().stream().mapToInt(it -> it.units()).sum();
        must(handed <= claim.order().units(), claim, "hands over more than it has");
        must(claim.status() != Status.RELEASED || handed == 0, claim, "is released and handed over");
        must(claim.status() != Status.HANDED_OVER || handed > 0, claim, "is handed over and nothing was");
        var each = sheet.details().bundle(claim.order().bundle()).orElseThrow().contents();
        boolean open = claim.status() != Status.RELEASED && claim.status() != Status.HANDED_OVER;
        each.forEach((component, count) -> {
            var there = taken.computeIfAbsent(claim.order().point(), it -> new HashMap<>())
                    .computeIfAbsent(component, it -> new EnumMap<>(Status.class));
            there.merge(claim.status(), open ? count * (claim.order().units() - handed) : 0, Integer::sum);
            there.merge(Status.HANDED_OVER, count * handed, Integer::sum);
        });
        if (claim.status() != Status.RELEASED) {
            claim.order().window().ifPresent(window -> loads.merge(window, 1, Integer::sum));
            units.merge(claim.who(), open ? claim.order().units() : handed, Integer::sum);
        }
    }

    /** Stock = available + offered + held + confirmed + ready + handed over. */
    private void stocks() {
        for (var point : sheet.details().points()) {
            for (var component : sheet.details().components()) {
                var here = taken.getOrDefault(point.id(), Map.of()).getOrDefault(component.id(), Map.of());
                var told = sheet.stocks().tally(point.id(), component.id());
                must(told.offered() == of(here, Status.OFFERED), point.id(), "miscounts what is offered");
                must(told.held() == of(here, Status.HELD), point.id(), "miscounts what is held");
                must(told.confirmed() == of(here, Status.CONFIRMED), point.id(), "miscounts what is confirmed");
                must(told.ready() == of(here, Status.READY), point.id(), "miscounts what is ready");
                must(told.handedOver() == of(here, Status.HANDED_OVER), point.id(), "miscounts what is handed over");
                int all = here.values().stream().mapToInt(Integer::intValue).sum();
                must(all <= point.stockOf(component.id()), point.id(), "is oversold");
                must(
                        all + sheet.available(point.id(), component.id()) == point.stockOf(component.id()),
                        point.id(),
                        "does not add up");
            }
        }
    }

    private void windows() {
        for (var point : sheet.details().points()) {
            for (var window : point.windows()) {
                int load = loads.getOrDefault(window.id(), 0);
                must(load <= window.capacity(), window.id(), "is too full");
                must(load == sheet.stocks().load(window.id()), window.id(), "is miscounted");
            }
        }
    }

    private void members() {
        units.forEach((who, count) -> must(count <= sheet.details().perMember(), who, "is over the limit"));
    }

    private static int of(Map<Status, Integer> counts, Status status) {
        return counts.getOrDefault(status, 0);
    }

    private static void must(boolean holds, Object what, String otherwise) {
        if (!holds) {
            throw new AssertionError(what + " " + otherwise);
        }
    }
}
