package downbeat.web.rehearse.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.web.rehearse.check.ArrivedCue;
import downbeat.web.rehearse.check.DeviceLedger;
import io.netty.channel.EventLoop;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A simulated member at home: joins, keeps class time, executes cues, acknowledges, shares its heart rate, answers, raises a hand, loses the link. */
public final class Member implements CueLine.User {
    private static final double ANSWERS = 0.92;
    private static final double RAISES_HAND_PER_TICK = 0.0005;
    private static final double STEPS_PER_TICK = 1 / 120.0;
    private static final double DROPS_PER_TICK = 1 / 80.0;
    private static final double MAX_STEP_MILLIS = 30_000;
    /** Answers to what is seen in the live check, from 1. */
    private static final List<String> SHAPES = List.of("CIRCLE", "SQUARE", "TRIANGLE");

    private static final int TICKS_A_SECOND = (int) (1_000 / AckBasket.HOLD_MILLIS);

    private final DeviceLedger ledger;
    private final Temper temper;
    private final RandomGenerator random;
    private final IntSupplier heartRate;
    private final Fetch fetch;
    private final Set<String> fetched = new HashSet<>();
    private final Observer observer;
    private final EventLoop loop;
    private final CueLine line;
    private final WrongClock clock;
    private final ClassTime time;
    private final AckBasket acks = new AckBasket();
    private final Stand stand;
    private final LinkMeter meter = new LinkMeter();
    private final Fall fall = new Fall();
    private final DelayLine up;
    private final DelayLine down;
    private int ticks;
    private @Nullable ScheduledFuture<?> ticking;
    private long pressedNanos;
    private volatile boolean joined;
    private volatile boolean here;
    private volatile boolean settled;

    public Member(String device, Temper temper, RandomGenerator random, Surroundings in) {
        this.ledger = new DeviceLedger(device);
        this.temper = temper;
        this.random = random;
        this.heartRate = in.heartRate();
        this.fetch = in.fetch();
        this.observer = in.observer();
        this.loop = in.sockets().loop();
        this.clock = WrongClock.any(System::nanoTime, temper.clockErrorMillis(), random);
        this.up = delayed();
        this.down = delayed();
        this.line = new CueLine(in.sockets(), loop, in.desk(), ledger, link(), this);
        this.time = new ClassTime(clock, line, loop);
        this.stand = new Stand(loop, clock, time, ledger, acks, observer);
    }

    /** What a member finds around itself. */
    public record Surroundings(
            Sockets sockets, Pass.Desk desk, Fetch fetch, Observer observer, IntSupplier heartRate) {}

    private CueLine.Link link() {
        return new CueLine.Link(up, down, random);
    }

    private DelayLine delayed() {
        return new DelayLine(System::nanoTime, random, temper.jitterMinMillis(), temper.jitterMaxMillis());
    }

    /** Opens the page from which join will be pressed; completes when it has its pass, or did not get one. */
    public CompletionStage<Void> openPage() {
        return line.prepare().handle((pass, failure) -> null);
    }

    /** Presses join; how long it takes is counted from {@code intendedNanos}. */
    public void join(long intendedNanos) {
        loop.execute(() -> {
            pressedNanos = intendedNanos;
            observer.pressed(ledger.device(), intendedNanos);
            line.open(temper.deaf());
        });
    }

    @Override
    public void connected(JsonNode connect, boolean resumed) {
        here = true;
        if (resumed) {
            observer.resumed(connect.path("recovered").asBoolean());
        } else {
            joined = true;
            observer.joined(ledger.device(), System.nanoTime() - pressedNanos);
            command("share", Frames.body().put("hr", true));
            long phase = random.nextLong(AckBasket.HOLD_MILLIS);
            ticking = loop.scheduleAtFixedRate(this::tick, phase, AckBasket.HOLD_MILLIS, TimeUnit.MILLISECONDS);
        }
        fetch(connect.path("assets"));
        time.burst();
    }

    /** Each once, whatever comes of it. */
    private void fetch(JsonNode list) {
        for (JsonNode asset : list.path("assets")) {
            String path = asset.path("url").asText();
            if (fetched.add(path)) {
                var unused = fetch.bytes(path).thenAccept(bytes -> {
                    if (bytes == asset.path("bytes").asLong()) {
                        observer.fetched(ledger.device());
                    }
                });
            }
        }
    }

    @Override
    public void back(long nanos) {
        observer.back(ledger.device(), nanos);
    }

    private void tick() {
        time.tick();
        flush();
        sayHowItIs();
        if (settled) {
            return;
        }
        if (temper.steps() && random.nextDouble() < STEPS_PER_TICK) {
            clock.step((random.nextDouble() * 2 - 1) * MAX_STEP_MILLIS);
        }
        if (temper.drops() && line.isConnected() && random.nextDouble() < DROPS_PER_TICK) {
            here = false;
            observer.lost(ledger.device());
            line.breakFor(random.nextLong(temper.awayMinMillis(), temper.awayMaxMillis() + 1), random.nextBoolean());
        } else if (random.nextDouble() < RAISES_HAND_PER_TICK) {
            observer.handRaised();
            command("hand", Frames.body().put("up", true));
        }
    }

    /** Probes once a second and says how the heart beats; half a second later it says what came of the probe. */
    private void sayHowItIs() {
        if (line.isConnected() && ticks % TICKS_A_SECOND == 0) {
            long id = line.newId();
            meter.sent(id, System.nanoTime());
            line.send(Frames.clock(id, clock.millis()));
            line.send(Frames.bio(heartRate.getAsInt()));
        } else if (line.isConnected() && ticks % TICKS_A_SECOND == TICKS_A_SECOND / 2) {
            ObjectNode frame = Frames.body();
            frame.set("stats", meter.stats(System.nanoTime()));
            line.send(Frames.text(frame));
        }
        ticks++;
    }

    /** The bandwidth of the link falls now, and is back after {@code millis}. */
    public void fallFor(long millis) {
        loop.execute(() -> {
            fall.fell(System.nanoTime());
            up.become(Fall.LEAST_MILLIS, Fall.MOST_MILLIS);
            down.become(Fall.LEAST_MILLIS, Fall.MOST_MILLIS);
        });
        var unused = loop.schedule(
                () -> {
                    up.become(temper.jitterMinMillis(), temper.jitterMaxMillis());
                    down.become(temper.jitterMinMillis(), temper.jitterMaxMillis());
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    /** How long after its bandwidth fell the device was told to keep to the sound, nanoseconds; null when it was not. */
    public @Nullable Long keptToSoundAfterNanos() {
        return fall.tookNanos();
    }

    /** Acknowledgements are kept while there is no link, and go out when it is back. */
    private void flush() {
        if (!acks.isEmpty() && line.isConnected()) {
            line.send(acks.take(clock.ticks(), time.known() ? time.bound() : null, time.rtt()));
        }
    }

    @Override
    public void push(String channel, JsonNode push, long arrivedNanos) {
        if (channel.equals("rung")) {
            fall.told(push.path("rung").path("rung").asText(), System.nanoTime());
        }
        if (channel.equals("bio") && time.known()) {
            observer.toldOfTheClass(
                    (long) (1e6 * (time.now() - push.path("bio").path("t").asDouble())));
        }
        if (channel.equals("assets")) {
            fetch(push.path("assets"));
        }
        if (channel.equals("adapt") && isAdapted(push.path("adapt"))) {
            observer.adapted(ledger.device());
        }
        if (!channel.equals("cue")) {
            return;
        }
        ArrivedCue cue = Frames.arrived(push);
        if (!ledger.arrived(cue)) {
            return;
        }
        if (!cue.replay()) {
            observer.received(cue.cueId(), arrivedNanos);
        }
        stand.put(Execution.of(push, cue.replay()));
        JsonNode body = push.path("cue");
        if (body.path("verb").asText().equals("ASK") && random.nextDouble() < ANSWERS) {
            // The question may be named apart from the cue that brings it.
            JsonNode state = body.path("data").path("state");
            String question = state.path("ask").path("cueId").asText(cue.cueId());
            int value = state.path("ask").path("answer").asText().equals("SEE")
                    ? 1 + SHAPES.indexOf(state.path("check").path("shape").asText())
                    : heartRate.getAsInt();
            var unused =
                    loop.schedule(() -> answer(question, value), random.nextLong(200, 3_000), TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isAdapted(JsonNode advice) {
        return advice.path("cadencePct").asInt() != 0 || advice.path("leadMs").asDouble() != 0;
    }

    private void answer(String cueId, int value) {
        observer.answered();
        command("confirm", Frames.body().put("cueId", cueId).put("value", value));
    }

    private void command(String verb, ObjectNode body) {
        line.send(Frames.command(line.newId(), verb, body));
    }

    @Override
    public void replied(long id, JsonNode reply) {
        meter.answered(id, System.nanoTime());
        JsonNode answer = reply.path("clock");
        if (answer.isObject() && time.answered(answer)) {
            stand.clockKnown();
        }
    }

    @Override
    public void ended(int code) {
        here = false;
        stop();
    }

    private void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
        stand.clear();
    }

    /** The class draws to its end: nobody loses the link or sets a clock any more, so that everything can arrive. */
    public void settle() {
        settled = true;
    }

    /** Leaves. The ledger may be read once the event loops have stopped. */
    public void leave() {
        loop.execute(() -> {
            stop();
            line.finish();
        });
    }

    public boolean hasJoined() {
        return joined;
    }

    public boolean isHere() {
        return here;
    }

    public Temper temper() {
        return temper;
    }

    public DeviceLedger ledger() {
        return ledger;
    }
}
