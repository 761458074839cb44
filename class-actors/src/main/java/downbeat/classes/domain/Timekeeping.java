package downbeat.classes.domain;

import downbeat.classes.domain.LiveClass.Written;
import downbeat.classes.domain.LiveClassEvent.*;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What time alone does to a class. */
final class Timekeeping {
    /** The lobby opens by itself this long before the start. */
    static final Duration LOBBY_BEFORE_START = Duration.ofMinutes(15);

    /** A class that should be over is closed this long after; one never begun is cancelled. */
    static final Duration GRACE = Duration.ofMinutes(30);

    /** How long the outcome is waited for once the class is closing. */
    static final Duration GATHERING = Duration.ofMinutes(2);

    static final String NEVER_BEGUN = "The class was never begun.";

    private Timekeeping() {}

    static Optional<Instant> deadline(LiveClass state) {
        if (!(state instanceof Written written)) {
            return Optional.empty();
        }
        var offers = written.sheet().places().offers().stream().map(Offer::until);
        return Stream.concat(offers, turningPoint(written).stream()).min(Instant::compareTo);
    }

    static List<LiveClassEvent> lapse(LiveClass state, Instant now) {
        if (!(state instanceof Written written)) {
            return List.of();
        }
        var telling = new Telling(written, now);
        while (turningPoint(telling.state()).filter(at -> !at.isAfter(now)).isPresent()) {
            telling.tell(turn(telling.state(), now));
        }
        var over = telling.places().offers().stream()
                .filter(offer -> !offer.until().isAfter(now))
                .toList();
        over.forEach(offer -> telling.tell(new OfferLapsed(offer.who(), offer.place(), now)));
        return over.isEmpty() ? telling.events() : telling.serveWaiting().events();
    }

    /** When the phase changes by itself. */
    private static Optional<Instant> turningPoint(Written state) {
        var window = state.sheet().window();
        return switch (state) {
            case LiveClass.Scheduled scheduled -> Optional.of(window.start().minus(LOBBY_BEFORE_START));
            case LiveClass.Lobby lobby -> Optional.of(window.end().plus(GRACE));
            case LiveClass.Live live ->
                Optional.of(later(window.end(), live.begunAt().plus(window.length()))
                        .plus(GRACE));
            case LiveClass.Closing closing -> Optional.of(closing.closedAt().plus(GATHERING));
            case LiveClass.Draft draft -> Optional.empty();
            case LiveClass.Ended ended -> Optional.empty();
            case LiveClass.Cancelled cancelled -> Optional.empty();
        };
    }

    private static LiveClassEvent turn(Written state, Instant now) {
        return switch (state) {
            case LiveClass.Scheduled scheduled -> new LobbyOpened(now);
            case LiveClass.Lobby lobby -> new ClassCancelled(NEVER_BEGUN, now);
            case LiveClass.Live live -> new ClosingBegun(now);
            case LiveClass.Closing closing -> new ClassEnded(now);
            case LiveClass.Draft draft -> throw new IllegalStateException("a draft does not age");
            case LiveClass.Ended ended -> throw new IllegalStateException("an ended class does not age");
            case LiveClass.Cancelled cancelled -> throw new IllegalStateException("a cancelled class does not age");
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
