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
import downbeat.classes.live.clock.RemoteClock;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.RelayMessage;
import downbeat.kernel.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scala.runtime.BoxedUnit;

/** The life of one socket: connect, attach, speak, end. */
final class ConnectionLogic extends TimerGraphStageLogic implements InHandler, OutHandler, Socket {
    private static final String TICK = "tick";
    private static final String PROBE = "probe";

    /** Each tick wakes the socket's actor: at four a second they cost as much as two cues a second. */
    private static final Duration TICKS = Duration.ofSeconds(1);

    private final Inlet<Message> in;
    private final Outlet<Message> out;
    private final ConnectionStage.Surroundings around;
    private final Lanes lanes = new Lanes();
    private final CueLedger ledger = new CueLedger();
    private final Hearing hearing;
    private final Tidings tidings;
    private final ClockProbes probes;
    private final Joining joining;
    private final SignsOfLife signs = new SignsOfLife();
    private final Ending ending = new Ending(this::failStage);
    private final FloodGate gate;
    private final Texts texts;
    private @Nullable OpenSockets sockets;
    private @Nullable AsyncCallback<Done> goAway;
    private @Nullable ActorRef<ConnectionMessage> self;
    private @Nullable AsyncCallback<Optional<Outcome<Joiner>>> checked;

    ConnectionLogic(FlowShape<Message, Message> shape, ConnectionStage.Surroundings around) {
        super(shape);
        this.in = shape.in();
        this.out = shape.out();
        this.around = around;
        var clock = new RemoteClock(around.ticker());
        this.hearing = new Hearing(around, lanes, ledger, clock, this);
        var openedAt = around.ticker().nanos();
        this.joining = new Joining(around.metrics(), openedAt);
        this.tidings = new Tidings(lanes, ledger, clock, hearing, joining, this);
        this.probes = new ClockProbes(around.ticker(), clock);
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
        joining.gone(hearing.connect(), ending.code());
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
        if (ending.begun()) {
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
        if (ending.begun()) {
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
        if (!ending.begun()) {
            hearing.checked(outcome.orElse(null));
            flush();
        }
    }

    // ---- from the relay

    private void onTold(ConnectionMessage told) {
        var tie = hearing.tie();
        if (ending.begun() || tie == null) {
            return;
        }
        var nanos = around.ticker().nanos();
        tidings.told(tie, told, nanos);
        if (!ending.begun() && lanes.tooSlow(nanos)) {
            cut();
        }
        flush();
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
        if (ending.begun() && !lanes.repliesWait()) {
            ending.finish();
        }
    }

    // ---- time

    @Override
    public void onTimer(Object key) {
        if (key.equals(PROBE)) {
            probeOnce();
            return;
        }
        probes.tick();
        var nanos = around.ticker().nanos();
        var tie = hearing.tie();
        if (ending.begun()) {
            ending.tick(nanos);
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
            if (probes.atTick()) {
                probeOnce();
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
        if (joining.late(connect, nanos)) {
            end(
                    connect == null ? Close.NOT_THIS_PROTOCOL : Close.GOING_AWAY,
                    connect == null ? "no connect within five seconds" : "unavailable");
        }
    }

    @Override
    public void probe() {
        if (probes.needed() && !isTimerActive(PROBE)) {
            scheduleWithFixedDelay(PROBE, Duration.ZERO, ClockProbes.APART);
        }
    }

    private void probeOnce() {
        probes.probe(hearing.tie(), self);
        if (probes.over()) {
            cancelTimer(PROBE);
        }
    }

    // ---- the end

    /** Without last words: nobody would read them. */
    private void cut() {
        around.metrics().cut();
        ending.begin(
                Close.TOO_SLOW,
                "too slow: come back with your position",
                around.ticker().nanos());
        ending.finish();
    }

    @Override
    public void end(int code, String reason) {
        if (!ending.begun()) {
            ending.begin(code, reason, around.ticker().nanos());
            lanes.onlyReplies();
            flush();
        }
    }
}
