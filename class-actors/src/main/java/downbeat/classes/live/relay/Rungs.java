package downbeat.classes.live.relay;

import downbeat.classes.live.frame.RungFrames;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.Vitals;
import downbeat.classes.live.meter.RungMeters;
import downbeat.classes.live.quality.Cause;
import downbeat.classes.live.quality.LinkReport;
import downbeat.classes.live.quality.Move;
import downbeat.classes.live.quality.Rung;
import downbeat.classes.live.quality.Shedding;
import downbeat.classes.live.report.AckBatch;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rungs of the members' devices at a relay: moves them by what is measured, tells each device of its own, writes every
 * move down. A device that comes back finds its rung and its pin. Owned by one actor.
 */
final class Rungs {
    /** A member who toggles the data saver cannot mean it more often. */
    static final Duration BETWEEN_PINS = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Rungs.class);

    private final RungMeters metrics;
    private final RungBook book = new RungBook();
    private final DoubleSupplier load;
    private final Shedding shedding;
    private final Moved moved;
    private final Map<ParticipantId, Map<String, Seat>> seats = new LinkedHashMap<>();
    private Rung ceiling = Rung.FULL;
    private @Nullable Duration lastSecond;

    /** Hears when a device is on another rung. */
    @FunctionalInterface
    interface Moved {
        void moved(Link link, Rung from, Rung to);
    }

    Rungs(Surroundings around, Moved moved) {
        this.metrics = new RungMeters(around.metrics());
        this.load = around.load();
        this.shedding = new Shedding(around.limits());
        this.moved = moved;
    }

    /** A device is attached, for the first time or again. */
    void arrived(Link link) {
        if (!link.member()) {
            return;
        }
        var seat = seats.computeIfAbsent(link.joiner().member(), member -> new LinkedHashMap<>())
                .computeIfAbsent(link.device(), device -> new Seat());
        seat.here(link);
        book.seated(link.joiner().member());
        seat.ladder.shed(ceiling).ifPresent(move -> note(link, move));
        seat.newHorizon();
        tell(link, seat);
    }

    /** The device leaves on purpose: nobody waits for it to come back. */
    void goodbye(Link link) {
        var own = seats.get(link.joiner().member());
        if (own != null) {
            own.remove(link.device());
        }
    }

    void left(Link link, Duration now) {
        find(link).ifPresent(seat -> seat.left(link, now));
    }

    /** What a device's second came to. */
    void alive(Link link, AckBatch batch, Vitals vitals, Duration now) {
        find(link).ifPresent(seat -> {
            var move = seat.report(new LinkReport(vitals.stats(), medianMillis(batch.upper())), now);
            settle(seat, link, move);
        });
    }

    private static double medianMillis(List<Long> micros) {
        return micros.isEmpty() ? -1 : micros.stream().sorted().toList().get(micros.size() / 2) / 1e3;
    }

    /** @param to null takes the pin away */
    LiveAnswer pin(Link link, @Nullable Rung to, Duration now) {
        var seat = find(link).orElse(null);
        if (seat == null) {
            return new LiveAnswer.Refused(
                    "not-allowed", "pin is not for a " + link.joiner().role(), null);
        }
        if (!seat.mayPin(now, BETWEEN_PINS)) {
            return new LiveAnswer.Refused("too-many", "pin at most once a second", null);
        }
        seat.ladder.pin(to).ifPresent(move -> carryOut(link, move));
        tell(link, seat);
        return new LiveAnswer.Done();
    }

    /** Members who did not hear the live check; may be said again and again. */
    void unheard(Collection<ParticipantId> members, Duration now) {
        members.forEach(member -> of(member).forEach(seat -> {
            var link = seat.link();
            if (link != null) {
                settle(seat, link, seat.unheard(now));
            }
        }));
    }

    /** The relay's own second: how late it comes tells how much the node has to do. */
    void second(Duration now) {
        if (lastSecond != null) {
            var passed = now.minus(lastSecond);
            seats.values().forEach(own -> own.values().forEach(seat -> seat.spends(passed, book::spent)));
            shed(shedding.second(passed.minusSeconds(1), load.getAsDouble(), now));
        }
        lastSecond = now;
        seats.values().forEach(own -> own.values().removeIf(seat -> seat.awayLongerThan(Departed.PATIENCE, now)));
        seats.values().removeIf(Map::isEmpty);
    }

    private void shed(Rung to) {
        if (to == ceiling) {
            return;
        }
        ceiling = to;
        seats.values().stream().flatMap(own -> own.values().stream()).forEach(seat -> {
            var move = seat.ladder.shed(to);
            var link = seat.link();
            if (link != null) {
                settle(seat, link, move);
            }
        });
    }

    private void settle(Seat seat, Link link, Optional<Move> move) {
        move.ifPresent(made -> carryOut(link, made));
        if (seat.newHorizon() || move.isPresent()) {
            tell(link, seat);
        }
    }

    private void carryOut(Link link, Move move) {
        note(link, move);
        moved.moved(link, move.from(), move.to());
    }

    private void note(Link link, Move move) {
        book.moved(link.joiner().member(), move);
        var reason = word(move.cause());
        LOG.info(
                "rung class={} member={} device={} from={} to={} reason={} why=\"{}\"",
                link.joiner().classId().value(),
                link.joiner().member().value(),
                link.device(),
                move.from(),
                move.to(),
                reason,
                move.why());
        metrics.moved(move);
    }

    private static String word(Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    private static void tell(Link link, Seat seat) {
        link.socket().tell(new ConnectionMessage.Latest(Channel.RUNG, RungFrames.push(seat.ladder, seat.horizon())));
    }

    private Optional<Seat> find(Link link) {
        return Optional.ofNullable(seats.get(link.joiner().member())).map(own -> own.get(link.device()));
    }

    private Collection<Seat> of(ParticipantId member) {
        var own = seats.get(member);
        return own == null ? List.of() : own.values();
    }

    /** Of a device; {@link Rung#FULL} for who has none. */
    Rung of(Link link) {
        return find(link).map(seat -> seat.ladder.rung()).orElse(Rung.FULL);
    }

    /** What they have come to so far. */
    RungBook book() {
        return book;
    }

    /** Members by what the trainer sees of them; those who are away for long are not in it. */
    Map<Rung, Long> members(Duration now) {
        return seats.keySet().stream()
                .map(member -> shown(member, now))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Shown::rung, () -> new EnumMap<>(Rung.class), Collectors.counting()));
    }

    /** What the trainer sees of a member: the lowest rung of the devices that are here, or that all are away. */
    record Shown(Rung rung, String why) {}

    /** Null for a member who is away for longer than a short absence. */
    @Nullable
    Shown shown(ParticipantId member, Duration now) {
        var own = of(member);
        return own.stream()
                .filter(seat -> seat.link() != null)
                .map(seat -> new Shown(seat.ladder.rung(), seat.ladder.why()))
                .max(Comparator.comparing(Shown::rung))
                .or(() -> own.stream()
                        .map(seat -> seat.awayFor(now))
                        .filter(away -> away != null)
                        .min(Comparator.naturalOrder())
                        .map(away -> new Shown(Rung.AUTONOMOUS, "no connection for " + away.toSeconds() + " s")))
                .orElse(null);
    }
}
