package downbeat.drops.domain;

import downbeat.drops.domain.Drop.Written;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Claim;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.point.PickupWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What time alone does to a drop. */
final class Timekeeping {
    private Timekeeping() {}

    static Optional<Instant> deadline(Drop state) {
        if (!(state instanceof Written written)) {
            return Optional.empty();
        }
        var closing = state instanceof Drop.Open open ? Stream.of(open.closesAt()) : Stream.<Instant>empty();
        var ends = Stream.concat(closing, written.sheet().claims().firstEnd().stream());
        return Stream.concat(ends, unswept(written.sheet()).map(window -> swept(written.sheet(), window)))
                .min(Instant::compareTo);
    }

    static List<DropEvent> lapse(Drop state, Instant now) {
        if (!(state instanceof Written written)) {
            return List.of();
        }
        var telling = new Telling(written, now);
        if (state instanceof Drop.Open open && !open.closesAt().isAfter(now)) {
            new Releasing(telling).close();
        }
        expire(telling);
        sweep(telling);
        if (!telling.events().isEmpty()) {
            new Queueing(telling).serve();
        }
        return telling.events();
    }

    private static void expire(Telling telling) {
        telling.claims()
                .over(telling.now())
                .forEach(claim -> new Releasing(telling)
                        .release(claim, claim.status() == Status.OFFERED ? Cause.OFFER_EXPIRED : Cause.HOLD_EXPIRED));
    }

    /** What nobody collected in its window and the time after it. */
    private static void sweep(Telling telling) {
        var over = unswept(telling.sheet())
                .filter(window -> !swept(telling.sheet(), window).isAfter(telling.now()))
                .map(PickupWindow::id)
                .toList();
        if (!over.isEmpty()) {
            telling.claims().all().stream()
                    .filter(claim -> claim.status().collectable())
                    .filter(claim ->
                            claim.order().window().filter(over::contains).isPresent())
                    .forEach(claim -> new Releasing(telling).release(claim, cause(telling.sheet(), claim)));
        }
    }

    /** Nobody is to blame for not coming where nothing is collected any more. */
    private static Cause cause(Sheet sheet, Claim claim) {
        return sheet.closedPoints().containsKey(claim.order().point()) ? Cause.POINT_CLOSED : Cause.NO_SHOW;
    }

    /** Windows in which something is still to be collected; what is not paid yet ends by itself. */
    private static Stream<PickupWindow> unswept(Sheet sheet) {
        return sheet.details().points().stream()
                .flatMap(point -> point.windows().stream())
                .filter(window -> sheet.stocks().open(window.id()) > 0);
    }

    private static Instant swept(Sheet sheet, PickupWindow window) {
        return window.time().end().plus(sheet.details().timing().grace());
    }
}
