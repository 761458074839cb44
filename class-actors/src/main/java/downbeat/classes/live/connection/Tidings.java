package downbeat.classes.live.connection;

import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.clock.RemoteClock;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.RelayMessage;

/** What a relay tells a socket, and what of it goes on to the device. Not thread-safe: it belongs to one socket. */
final class Tidings {
    private final Lanes lanes;
    private final CueLedger ledger;
    private final RemoteClock clock;
    private final Hearing hearing;
    private final Joining joining;
    private final Socket socket;

    Tidings(Lanes lanes, CueLedger ledger, RemoteClock clock, Hearing hearing, Joining joining, Socket socket) {
        this.lanes = lanes;
        this.ledger = ledger;
        this.clock = clock;
        this.hearing = hearing;
        this.joining = joining;
        this.socket = socket;
    }

    void told(Attachment tie, ConnectionMessage told, long nanos) {
        tie.heard(nanos);
        switch (told) {
            case ConnectionMessage.Attached by -> attached(tie, by, nanos);
            case ConnectionMessage.Rejected(var code, var detail, var close) -> {
                hearing.refuse(new BadCommand(code, detail, null));
                socket.end(close, detail);
            }
            case ConnectionMessage.CueFrame cue -> cue(tie, cue, nanos);
            case ConnectionMessage.Cues(var cues) -> cues.forEach(cue -> cue(tie, cue, nanos));
            case ConnectionMessage.Latest(var channel, var frame) -> lanes.latest(channel, frame);
            case ConnectionMessage.RosterChange(var frame, var full) -> {
                if (!lanes.roster(frame, full)) {
                    tie.tell(new RelayMessage.AskRoster(socket.self()));
                }
            }
            case ConnectionMessage.Reply(var id, var verb, var body) -> {
                hearing.overheard().answered(tie.joiner(), id, verb);
                if (id != null) {
                    lanes.reply(Replies.reply(id, verb, body));
                }
            }
            case ConnectionMessage.Clock(var mark, var err) -> clock.adopt(mark, err);
            case ConnectionMessage.Time(var asked, var t, var err, var mark) -> clock.observe(asked, t, err);
            case ConnectionMessage.Queued(var mark, var err) -> {
                tie.queued(nanos);
                learn(mark, err);
            }
            case ConnectionMessage.Unknown() -> tie.ask(nanos, ledger.outstanding());
            case ConnectionMessage.Moved(var gen, var to) -> {
                if (!tie.moved(gen, to)) {
                    socket.end(Close.GOING_AWAY, "come back with your position");
                }
            }
            case ConnectionMessage.Bye(var code, var reason) -> socket.end(code, reason);
        }
    }

    private void attached(Attachment tie, ConnectionMessage.Attached by, long nanos) {
        var first = !tie.established();
        if (!tie.attached(by)) {
            socket.end(Close.GOING_AWAY, "come back with your position");
            return;
        }
        lanes.forget(Channel.QUEUE);
        lanes.forget(Channel.PLAN);
        learn(by.mark(), by.err());
        var connect = hearing.connect();
        if (first) {
            joining.attached(connect, nanos, ledger);
            ledger.carry(by.carried());
            if (connect != null && connect.id() != null) {
                lanes.reply(Replies.connected(connect.id(), by.body(), clock));
            }
        } else {
            hearing.attachedAgain(tie);
        }
        by.replay().forEach(cue -> cue(tie, cue, nanos));
    }

    /** Class time, from the relay if it is on this machine, else by probes. */
    private void learn(ClockMark mark, double err) {
        clock.adopt(mark, err);
        socket.probe();
    }

    private void cue(Attachment tie, ConnectionMessage.CueFrame cue, long nanos) {
        switch (tie.step(cue)) {
            case NEXT -> lanes.cue(cue, nanos);
            case GAP -> tie.ask(nanos, ledger.outstanding());
            case HELD, FENCED -> {}
        }
    }
}
