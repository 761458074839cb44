package downbeat.classes.live.connection;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Adapter;
import akka.http.javadsl.model.ws.Message;
import akka.http.javadsl.model.ws.TextMessage;
import akka.stream.FlowShape;
import akka.stream.Inlet;
import akka.stream.Outlet;
import akka.stream.stage.AsyncCallback;
import akka.stream.stage.InHandler;
import akka.stream.stage.OutHandler;
import akka.stream.stage.TimerGraphStageLogic;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.clock.RemoteClock;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.socket.SocketClosed;
import downbeat.kernel.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scala.runtime.BoxedUnit;

/** The life of one socket: connect, attach, speak, end. */
final class ConnectionLogic extends TimerGraphStageLogic implements InHandler, OutHandler, Hearing.Socket {
    static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private static final String TICK = "tick";
    private static final String PROBE = "probe";

    /** Each tick wakes the socket's actor: at four a second they cost as much as two cues a second. */
    private static final Duration TICKS = Duration.ofSeconds(1);

    private static final Duration FIRST_PROBES = Duration.ofMillis(50);
    private static final long PROBES_AT_ONCE = 16;
    private static final int TICKS_PER_PROBE = 2;

    /** How long the last replies may take before the socket closes without them. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Inlet<Message> in;
    private final Outlet<Message> out;
    private final ConnectionStage.Surroundings around;
    private final RemoteClock clock;
    private final Lanes lanes = new Lanes();
    private final CueLedger ledger = new CueLedger();
    private final Hearing hearing;
    private final Joining joining;
    private final SignsOfLife signs = new SignsOfLife();
    private final FloodGate gate;
    private final long openedAt;
    private final Texts texts;
    private @Nullable OpenSockets sockets;
    private @Nullable AsyncCallback<Done> goAway;
    private @Nullable ActorRef<ConnectionMessage> self;
    private @Nullable AsyncCallback<Optional<Outcome<Joiner>>> checked;
    private @Nullable SocketClosed ending;
    private long endedAt;
    private long ticks;
    private long probes;

    ConnectionLogic(FlowShape<Message, Message> shape, ConnectionStage.Surroundings around) {
        super(shape);
        this.in = shape.in();
        this.out = shape.out();
        this.around = around;
        this.clock = new RemoteClock(around.ticker());
        this.hearing = new Hearing(around, lanes, ledger, clock, this);
        this.openedAt = around.ticker().nanos();
        this.joining = new Joining(around.metrics(), openedAt);
        this.gate = new FloodGate(openedAt);
        this.texts = new Texts(createAsyncCallback((Texts.Collected text) -> onText(text)));
        setHandler(in, this);
        setHandler(out, this);
    }

    @Override
    public void preStart() {
        self = Adapter.toTyped(getStageActor(letter -> {
                    onTold((ConnectionMessage) letter._2());
                    return BoxedUnit.UNIT;
                })
                .ref());
        checked = createAsyncCallback(this::onChecked);
        goAway = createAsyncCallback(gone -> end(Close.GOING_AWAY, "this node is going away"));
        sockets = OpenSockets.of(Adapter.toTyped(materializer().system()));
        sockets.measure(around.metrics().registry());
        sockets.opened(goAway);
        scheduleWithFixedDelay(TICK, TICKS, TICKS);
        pull(in);
    }

    @Override
    public void postStop() {
        joining.gone(hearing.connect(), ending == null ? -1 : ending.code());
        var tie = hearing.tie();
        if (tie != null && self != null) {
            var last = ledger.end();
            hearing.overheard().end(tie.joiner());
            tie.tell(new RelayMessage.Detach(self, ledger.outstanding(), last));
        }
        if (sockets != null && goAway != null) {
            sockets.closed(goAway);
        }
    }

    // ---- from the device

    @Override
    public void onPush() {
        var message = grab(in);
        if (ending != null) {
            pull(in);
        } else if (!gate.pass(around.ticker().nanos())) {
            end(Close.FLOODING, "over " + FloodGate.PER_SECOND + " frames a second");
        } else if (!message.isText()) {
            end(Close.NOT_THIS_PROTOCOL, "binary frames mean nothing here");
        } else {
            onText(message.asTextMessage());
        }
    }

    @Override
    public void onUpstreamFinish() {
        completeStage();
    }

    /** However the peer went, it is gone: no error of ours. */
    @Override
    public void onUpstreamFailure(Throwable cause) {
        completeStage();
    }

    private void onText(TextMessage message) {
        if (message.isStrict()) {
            onText(Texts.judged(message.getStrictText()));
        } else {
            texts.collect(message, materializer());
        }
    }

    private void onText(Texts.Collected collected) {
        if (ending != null) {
            return;
        }
        switch (collected) {
            case Texts.Collected.Text(String text) -> {
                hearing.frame(FrameReader.read(text));
                if (hearing.saidStats() && signs.atOnce(around.ticker().nanos())) {
                    signOfLife(around.ticker().nanos());
                }
            }
            case Texts.Collected.TooBig() -> end(Close.TOO_BIG, "a frame is at most 64 KiB");
            case Texts.Collected.Broken() ->
                end(Close.NOT_THIS_PROTOCOL, "a frame must come whole within five seconds");
        }
        flush();
        if (!hasBeenPulled(in) && !isClosed(in)) {
            pull(in);
        }
    }

    @Override
    public ActorRef<ConnectionMessage> self() {
        if (self == null) {
            throw new IllegalStateException("the socket is not open yet");
        }
        return self;
    }

    @Override
    public void check(String token) {
        var callback = checked;
        if (callback != null) {
            around.check()
                    .check(token)
                    .whenComplete((outcome, failure) -> callback.invoke(Optional.ofNullable(outcome)));
        }
    }

    private void onChecked(Optional<Outcome<Joiner>> outcome) {
        if (ending == null) {
            hearing.checked(outcome.orElse(null));
            flush();
        }
    }

    // ---- from the relay

    private void onTold(ConnectionMessage told) {
        var tie = hearing.tie();
        if (ending != null || tie == null) {
            return;
        }
        var nanos = around.ticker().nanos();
        tie.heard(nanos);
        switch (told) {
            case ConnectionMessage.Attached by -> onAttached(tie, by, nanos);
            case ConnectionMessage.Rejected(var code, var detail, var close) -> {
                hearing.refuse(new BadCommand(code, detail, null));
                end(close, detail);
            }
            case ConnectionMessage.CueFrame cue -> onCue(tie, cue, nanos);
            case ConnectionMessage.Cues(var cues) -> cues.forEach(cue -> onCue(tie, cue, nanos));
            case ConnectionMessage.Latest(var channel, var frame) -> lanes.latest(channel, frame);
            case ConnectionMessage.RosterChange(var frame, var full) -> {
                if (!lanes.roster(frame, full) && self != null) {
                    tie.tell(new RelayMessage.AskRoster(self));
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
                    end(Close.GOING_AWAY, "come back with your position");
                }
            }
            case ConnectionMessage.Bye(var code, var reason) -> end(code, reason);
        }
        if (ending == null && lanes.tooSlow(nanos)) {
            cut();
        }
        flush();
    }

    private void onAttached(Attachment tie, ConnectionMessage.Attached by, long nanos) {
        var first = !tie.established();
        if (!tie.attached(by)) {
            end(Close.GOING_AWAY, "come back with your position");
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
        by.replay().forEach(cue -> onCue(tie, cue, nanos));
    }

    /** Class time, from the relay if it is on this machine, else by probes. */
    private void learn(ClockMark mark, double err) {
        clock.adopt(mark, err);
        if (clock.probing() && !isTimerActive(PROBE)) {
            scheduleWithFixedDelay(PROBE, Duration.ZERO, FIRST_PROBES);
        }
    }

    private void onCue(Attachment tie, ConnectionMessage.CueFrame cue, long nanos) {
        switch (tie.step(cue)) {
            case NEXT -> lanes.cue(cue, nanos);
            case GAP -> tie.ask(nanos, ledger.outstanding());
            case HELD, FENCED -> {}
        }
    }

    // ---- to the device

    @Override
    public void onPull() {
        flush();
    }

    @Override
    public void onDownstreamFinish(Throwable cause) {
        completeStage();
    }

    private void flush() {
        if (isAvailable(out)) {
            var next = lanes.next(ledger, around.ticker().nanos());
            if (next != null) {
                push(out, next);
            }
        }
        if (ending != null && !lanes.repliesWait()) {
            failStage(ending);
        }
    }

    // ---- time

    @Override
    public void onTimer(Object key) {
        if (key.equals(PROBE)) {
            probe();
            return;
        }
        ticks++;
        var nanos = around.ticker().nanos();
        var tie = hearing.tie();
        if (ending != null) {
            if (nanos - endedAt > LAST_WORDS.toNanos()) {
                failStage(ending);
            }
        } else if (lanes.tooSlow(nanos)) {
            cut();
        } else if (tie == null || self == null) {
            onNotConnected(nanos);
        } else if (!tie.tick(nanos, ledger::outstanding)) {
            hearing.refuse(new BadCommand("unavailable", "the class cannot be reached now", null));
            end(Close.GOING_AWAY, "unavailable");
        } else {
            if (tie.established() && signs.atTick(nanos)) {
                signOfLife(nanos);
            }
            if (probes >= PROBES_AT_ONCE && ticks % TICKS_PER_PROBE == 0) {
                probe();
            }
        }
        flush();
    }

    private void signOfLife(long nanos) {
        var tie = hearing.tie();
        if (tie != null && self != null) {
            tie.tell(new RelayMessage.Alive(self, ledger.drain(nanos), hearing.takeVitals()));
        }
    }

    private void onNotConnected(long nanos) {
        var connect = hearing.connect();
        if (nanos - openedAt > (connect == null ? CONNECT_WITHIN : CONNECT_WITHIN.multipliedBy(2)).toNanos()) {
            end(
                    connect == null ? Close.NOT_THIS_PROTOCOL : Close.GOING_AWAY,
                    connect == null ? "no connect within five seconds" : "unavailable");
        }
    }

    private void probe() {
        var tie = hearing.tie();
        if (tie != null && self != null && clock.probing()) {
            tie.tell(new RelayMessage.AskTime(around.ticker().nanos(), self));
        }
        if (++probes >= PROBES_AT_ONCE) {
            cancelTimer(PROBE);
        }
    }

    // ---- the end

    /** Without last words: nobody would read them. */
    private void cut() {
        around.metrics().cut();
        ending = new SocketClosed(Close.TOO_SLOW, "too slow: come back with your position");
        failStage(ending);
    }

    @Override
    public void end(int code, String reason) {
        if (ending == null) {
            ending = new SocketClosed(code, reason);
            endedAt = around.ticker().nanos();
            lanes.onlyReplies();
            flush();
        }
    }
}
