package downbeat.classes.live.relay;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.TimerScheduler;
import downbeat.classes.live.clock.RemoteClock;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.RelayMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How devices come in and leave: whoever comes before the relay has a copy of the class and class time waits for these, and
 * of many members who come at once some wait in the lobby for their turn. Owned by one actor.
 */
final class Entrance {
    private static final Felt.Admission ADMISSION = new Felt.Admission();

    private final TimerScheduler<RelayMessage> timers;
    private final Ticker ticker;
    private final RemoteClock clock;
    private final Links links;
    private final Lobby lobby;
    private final Attendance attendance;
    private final List<RelayMessage.Attach> early = new ArrayList<>();

    /** @param timers are told {@link Felt.Admission}, to be handed on to {@link #admit}, while somebody is in the lobby */
    Entrance(
            TimerScheduler<RelayMessage> timers,
            Ticker ticker,
            RemoteClock clock,
            Links links,
            Lobby lobby,
            Attendance attendance) {
        this.timers = timers;
        this.ticker = ticker;
        this.clock = clock;
        this.links = links;
        this.lobby = lobby;
        this.attendance = attendance;
    }

    /** A device asks to be attached, maybe not for the first time. */
    void come(@Nullable Copy copy, RelayMessage.Attach attach) {
        if (copy == null || !clock.known()) {
            early.removeIf(earlier -> earlier.socket().equals(attach.socket()));
            early.add(attach);
        } else {
            receive(copy, attach);
        }
    }

    /** Whoever came too early comes in as soon as there are a copy and class time. */
    void open(@Nullable Copy copy) {
        if (copy != null && clock.known()) {
            var waiting = List.copyOf(early);
            early.clear();
            for (var attach : waiting) {
                receive(copy, attach);
            }
        }
    }

    private void receive(Copy copy, RelayMessage.Attach attach) {
        if (Lobby.queues(attach, links, copy.log().epoch())) {
            lobby.arrive(attach);
            attendance.watch(attach.socket());
            admit(copy);
        } else {
            attendance.attach(copy, attach);
        }
    }

    /** Lets in whose turn it is, and tells the others where they stand. */
    void admit(Copy copy) {
        lobby.admit(ticker.nanos()).forEach(attach -> attendance.attach(copy, attach));
        lobby.tell(copy, clock, ticker.nanos());
        if (lobby.isEmpty()) {
            timers.cancel(ADMISSION);
        } else if (!timers.isTimerActive(ADMISSION)) {
            timers.startTimerAtFixedRate(ADMISSION, ADMISSION, Lobby.TICK);
        }
    }

    /** A device does not want to come in any longer. */
    void giveUp(ActorRef<ConnectionMessage> socket) {
        lobby.leave(socket);
    }

    /** The socket ended, whether its device had come in or not. */
    void leave(ActorRef<ConnectionMessage> socket, List<Long> unacked) {
        early.removeIf(attach -> attach.socket().equals(socket));
        lobby.lose(socket, ticker.nanos());
        attendance.detach(socket, unacked, ticker.nanos());
    }

    /** Forgets places that were kept for too long. */
    void expire() {
        lobby.expire(ticker.nanos());
    }

    /** Nobody comes in any more. */
    void shut(ConnectionMessage.Rejected why) {
        early.forEach(attach -> attach.socket().tell(why));
        lobby.tell(why);
    }

    /** Members in the lobby. */
    int queued() {
        return lobby.size();
    }

    boolean isEmpty() {
        return early.isEmpty() && lobby.isEmpty();
    }
}
