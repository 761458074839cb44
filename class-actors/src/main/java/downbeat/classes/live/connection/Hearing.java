package downbeat.classes.live.connection;

import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.clock.RemoteClock;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Vitals;
import downbeat.classes.live.quality.Rung;
import downbeat.kernel.Outcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a device says over its socket, and who it turned out to be. Not thread-safe: it belongs to one socket. */
final class Hearing {
    static final int MOST_BAD_FRAMES = 20;

    /** Half of what devices are asked to keep to: one that means once a second may be early. */
    private static final Duration READINGS_APART = Duration.ofMillis(500);

    private final ConnectionStage.Surroundings around;
    private final Lanes lanes;
    private final CueLedger ledger;
    private final RemoteClock clock;
    private final Socket socket;
    private final Overheard overheard;
    private Frame.@Nullable Connect connect;
    private @Nullable Attachment tie;
    private Vitals vitals = Vitals.NONE;
    private @Nullable Rung pinned;
    private int badFrames;
    private long sensedAt;

    Hearing(ConnectionStage.Surroundings around, Lanes lanes, CueLedger ledger, RemoteClock clock, Socket socket) {
        this.around = around;
        this.lanes = lanes;
        this.ledger = ledger;
        this.clock = clock;
        this.socket = socket;
        this.overheard = new Overheard(around.listener());
        this.sensedAt = around.ticker().nanos() - READINGS_APART.toNanos();
    }

    /** What was noted of this device's commands. */
    Overheard overheard() {
        return overheard;
    }

    /** What the device asked to be connected with; null before. */
    Frame.@Nullable Connect connect() {
        return connect;
    }

    /** Null until the device's token was found good. */
    @Nullable
    Attachment tie() {
        return tie;
    }

    /** What the device said of itself since the last call: the newest of each. */
    Vitals takeVitals() {
        var said = vitals;
        vitals = Vitals.NONE;
        return said;
    }

    /** Whether the device spoke of its link since then. */
    boolean saidStats() {
        return vitals.stats() != null;
    }

    void frame(Frame frame) {
        switch (frame) {
            case Frame.Bad(var id, var why) -> bad(id, why);
            case Frame.Connect asked -> connect(asked);
            case Frame.Leave(var id) -> {
                if (tie != null) {
                    tie.tell(new RelayMessage.GiveUp(socket.self()));
                }
                if (id != null) {
                    lanes.reply(Replies.reply(id, "leave", "{}"));
                }
                socket.end(Close.LEFT, "left");
            }
            case Frame.Spoken spoken -> {
                if (tie == null || !(tie.established() || (tie.queued() && spoken instanceof Frame.Clock))) {
                    bad(frame.id(), new BadCommand("not-connected", "send connect first and wait for its reply", null));
                } else {
                    speak(tie, spoken);
                }
            }
        }
    }

    private void speak(Attachment to, Frame.Spoken spoken) {
        switch (spoken) {
            case Frame.Clock(var id, var t0) -> clock(id, t0);
            case Frame.Acks acks -> {
                ledger.heard(acks.rttMillis(), acks.boundMillis());
                acks.acks().forEach(ack -> ledger.acked(ack, around.ticker().nanos()));
            }
            case Frame.Bio(var id, var reading) -> sense(to, reading);
            case Frame.Stats(var id, var stats) -> vitals = new Vitals(vitals.reading(), stats);
            case Frame.Pin(var id, var rung) -> {
                pinned = rung;
                to.tell(new RelayMessage.Pin(socket.self(), id, rung));
            }
            case Frame.Command(var id, var verb, var command) -> {
                if (CommandReader.allowed(to.joiner().role(), verb)) {
                    overheard.said(to.joiner(), id, verb);
                    to.tell(new RelayMessage.Command(socket.self(), id, verb, command));
                } else {
                    overheard.forbidden(to.joiner(), verb);
                    var detail = verb + " is not for a " + to.joiner().role();
                    error(id, new BadCommand("not-allowed", detail, null));
                }
            }
        }
    }

    /** The relay may be another one, which knows of no pin. */
    void attachedAgain(Attachment to) {
        if (pinned != null) {
            to.tell(new RelayMessage.Pin(socket.self(), null, pinned));
        }
    }

    /** Readings go on at once, since they grow old; of a device that sends more of them the newest waits for the sign of life. */
    private void sense(Attachment to, Reading reading) {
        var nanos = around.ticker().nanos();
        var apart = nanos - sensedAt >= READINGS_APART.toNanos();
        vitals = new Vitals(apart ? null : reading, vitals.stats());
        if (apart) {
            sensedAt = nanos;
            to.tell(new RelayMessage.Sensed(socket.self(), reading));
        }
    }

    private void clock(@Nullable Long id, String t0) {
        if (id == null) {
            return;
        }
        if (clock.known()) {
            lanes.reply(Replies.clock(id, t0, clock));
        } else {
            error(id, new BadCommand("unavailable", "class time is not known here yet; ask again", null));
        }
    }

    private void connect(Frame.Connect asked) {
        if (connect == null) {
            connect = asked;
            socket.check(asked.token());
        } else {
            bad(asked.id(), new BadCommand("bad-frame", "this socket is connected already", null));
        }
    }

    /** The token was checked, or could not be: {@code outcome} is null then. */
    void checked(@Nullable Outcome<Joiner> outcome) {
        if (connect == null) {
            return;
        }
        switch (outcome) {
            case null -> {
                error(connect.id(), new BadCommand("unavailable", "the token cannot be checked now", null));
                socket.end(Close.GOING_AWAY, "unavailable");
            }
            case Outcome.Accepted<Joiner>(Joiner joiner) -> {
                tie = new Attachment(joiner, connect, around.relays().of(joiner.classId()), socket.self());
                tie.ask(around.ticker().nanos(), List.of());
            }
            case Outcome.Refused<Joiner>(var refusal) -> {
                error(connect.id(), new BadCommand("bad-field", refusal.detail(), "token"));
                socket.end(Close.BAD_TOKEN, "token wrong or expired");
            }
        }
    }

    /** Tells a device whose {@code connect} is not answered yet why it will not be. */
    void refuse(BadCommand why) {
        if (connect != null && (tie == null || !tie.established())) {
            error(connect.id(), why);
        }
    }

    private void bad(@Nullable Long id, BadCommand why) {
        lanes.reply(Replies.error(id, why));
        if (++badFrames >= MOST_BAD_FRAMES) {
            socket.end(Close.NOT_THIS_PROTOCOL, MOST_BAD_FRAMES + " bad frames");
        }
    }

    private void error(@Nullable Long id, BadCommand why) {
        if (id != null) {
            lanes.reply(Replies.error(id, why));
        }
    }
}
