package downbeat.classes.live.relay;

import downbeat.classes.live.quality.LinkReport;
import downbeat.classes.live.quality.Move;
import downbeat.classes.live.quality.PreBuffer;
import downbeat.classes.live.quality.Rung;
import downbeat.classes.live.quality.RungLadder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a relay knows of one member's device as to how well it can be served; outlives its socket. Owned by one actor. */
final class Seat {
    final RungLadder ladder = new RungLadder();
    private final PreBuffer preBuffer = new PreBuffer();
    private boolean unheard;
    private @Nullable Link link;
    private @Nullable Duration leftAt;
    private @Nullable Duration pinnedAt;
    private @Nullable Duration toldHorizon;
    private Duration alone = Duration.ZERO;

    void here(Link now) {
        link = now;
        leftAt = null;
        toldHorizon = null;
    }

    void left(Link gone, Duration now) {
        if (gone.equals(link)) {
            link = null;
            leftAt = now;
        }
    }

    /** Null while the device is away. */
    @Nullable
    Link link() {
        return link;
    }

    boolean awayLongerThan(Duration patience, Duration now) {
        return leftAt != null && now.minus(leftAt).compareTo(patience) > 0;
    }

    /** Time passes: on the device's rung; or without a socket, which is told once the device is back. */
    void spends(Duration time, BiConsumer<Rung, Duration> on) {
        if (link == null) {
            alone = alone.plus(time);
            return;
        }
        if (!alone.isZero()) {
            on.accept(Rung.AUTONOMOUS, alone);
            alone = Duration.ZERO;
        }
        on.accept(ladder.rung(), time);
    }

    /** Null while the device is here. */
    @Nullable
    Duration awayFor(Duration now) {
        return leftAt == null ? null : now.minus(leftAt);
    }

    Optional<Move> report(LinkReport report, Duration now) {
        preBuffer.report(report.stats());
        return ladder.report(report, now);
    }

    /** Once is enough, however often it is said. */
    Optional<Move> unheard(Duration now) {
        if (unheard) {
            return Optional.empty();
        }
        unheard = true;
        preBuffer.unheard();
        return ladder.unheard(now);
    }

    /** Whether the device may be pinned again; it is noted when it may. */
    boolean mayPin(Duration now, Duration between) {
        if (pinnedAt != null && now.minus(pinnedAt).compareTo(between) < 0) {
            return false;
        }
        pinnedAt = now;
        return true;
    }

    Duration horizon() {
        return preBuffer.horizon(ladder.earned());
    }

    /** Whether the device has not been told its horizon yet; from now on it has. */
    boolean newHorizon() {
        var is = horizon();
        var isNew = !is.equals(toldHorizon);
        toldHorizon = is;
        return isNew;
    }
}
