package downbeat.classes.live.relay;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.frame.Frames;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.Row;
import downbeat.classes.live.quality.Rung;
import downbeat.kernel.ParticipantId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Gives each device as much of roster, hands and biofeedback as its rung allows; cues and state never pass here. Changes of
 * the roster that a rung keeps back are gathered and told together, and to whoever rises from it at once. Owned by one actor.
 */
final class Rations {
    private final Links links;
    private final Function<Link, Rung> rungs;
    private final Map<Rung, Map<ParticipantId, Row>> kept = new EnumMap<>(Rung.class);

    Rations(Links links, Function<Link, Rung> rungs) {
        this.links = links;
        this.rungs = rungs;
        for (var rung : Rung.values()) {
            if (rung.roster() && !rung.rosterAtOnce()) {
                kept.put(rung, new LinkedHashMap<>());
            }
        }
    }

    /** @param rows that changed, which the copy has taken already */
    void roster(Copy copy, List<Row> rows) {
        kept.values().forEach(rest -> rows.forEach(row -> rest.put(row.member(), row)));
        var change = change(copy, rows);
        links.all().stream()
                .filter(link -> rungs.apply(link).rosterAtOnce())
                .forEach(link -> link.socket().tell(change));
    }

    /** The log goes on from elsewhere: everybody who is given the roster is given the whole. */
    void wholeRoster(Copy copy) {
        kept.values().forEach(Map::clear);
        var whole = whole(copy);
        links.all().stream()
                .filter(link -> rungs.apply(link).roster())
                .forEach(link -> link.socket().tell(whole));
    }

    /** Somebody lacks the roster and asks for it: whoever is given none does not ask. */
    void wholeRoster(Copy copy, ActorRef<ConnectionMessage> socket) {
        socket.tell(whole(copy));
    }

    void hands(Copy copy) {
        var hands = handsOf(copy);
        links.all().stream()
                .filter(link -> rungs.apply(link).hands())
                .forEach(link -> link.socket().tell(hands));
    }

    /**
     * Biofeedback of everybody, for members: whoever leads, and the screen in the room, are told more of it elsewhere.
     *
     * @param second of the relay's life
     * @param board what everybody is given
     * @param own what a member is given where everybody's does not go
     */
    void board(long second, ConnectionMessage board, Function<Link, ConnectionMessage> own) {
        for (var link : links.all()) {
            if (link.trainer() || link.screen()) {
                continue;
            }
            var rung = rungs.apply(link);
            if (rung.boardAt(second)) {
                link.socket().tell(board);
            } else if (rung.ownReading()) {
                link.socket().tell(own.apply(link));
            }
        }
    }

    /** Tells what was kept back for long enough. */
    void second(Copy copy, long second) {
        kept.forEach((rung, rows) -> {
            if (rung.rosterAt(second) && !rows.isEmpty()) {
                var change = change(copy, List.copyOf(rows.values()));
                rows.clear();
                links.all().stream()
                        .filter(link -> rungs.apply(link) == rung)
                        .forEach(link -> link.socket().tell(change));
            }
        });
    }

    /** A device that rises is given what its lower rung kept back. */
    void moved(Copy copy, Link link, Rung from, Rung to) {
        if (!from.below(to)) {
            return;
        }
        if (!from.hands() && to.hands()) {
            link.socket().tell(handsOf(copy));
        }
        var rows = kept.get(from);
        if (!from.roster() && to.roster()) {
            link.socket().tell(whole(copy));
        } else if (rows != null && !rows.isEmpty()) {
            link.socket().tell(change(copy, List.copyOf(rows.values())));
        }
    }

    private static ConnectionMessage change(Copy copy, List<Row> rows) {
        return new ConnectionMessage.RosterChange(Frames.push("roster", "roster", copy.rosterChange(rows)), false);
    }

    private static ConnectionMessage whole(Copy copy) {
        return new ConnectionMessage.RosterChange(Frames.push("roster", "roster", copy.rosterBody()), true);
    }

    private static ConnectionMessage handsOf(Copy copy) {
        return new ConnectionMessage.Latest(Channel.HANDS, Frames.push("hands", "hands", copy.handsBody()));
    }
}
