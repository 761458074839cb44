package downbeat.web.rehearse.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.web.rehearse.check.DeviceLedger;
import downbeat.web.rehearse.check.Promises;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * The simulated trainer: runs the class and taps live cues at their intended times whatever the server does, some of them twice.
 * A cue that was not acknowledged when the link broke is sent again under its own name.
 */
public final class Trainer implements CueLine.User {
    private static final int DOUBLE_TAP_EVERY = 25;

    private final EventLoop loop;
    private final CueLine line;
    private final DeviceLedger ledger = new DeviceLedger("trainer");
    private final Promises promises = new Promises("trainer");
    private final Map<Long, Command> open = new LinkedHashMap<>();
    private final Map<String, Long> intended = new HashMap<>();
    private final CompletableFuture<JsonNode> in = new CompletableFuture<>();
    private final Ear ear;
    private final AtomicInteger taps = new AtomicInteger();
    private volatile int unanswered;
    private final AtomicInteger refused = new AtomicInteger();
    private volatile String lastRefusal = "";

    private record Command(String verb, ObjectNode body, CompletableFuture<JsonNode> answer) {}

    /** Hears what the trainer's cues live through. */
    public interface Ear {
        /** The cue is about to be sent; it was meant for {@code intendedNanos}, true clock. */
        void published(String cueId, long intendedNanos);

        /** The server has said that the cue is safe, {@code nanos} after the intended time. */
        void safe(String cueId, long nanos);
    }

    public Trainer(Sockets sockets, Pass.Desk desk, RandomGenerator random, Ear ear) {
        this.loop = sockets.loop();
        this.ear = ear;
        DelayLine none = new DelayLine(System::nanoTime, random, 0, 0);
        this.line = new CueLine(sockets, loop, desk, ledger, new CueLine.Link(none, none, random), this);
    }

    /** Connects; done when the class answered. */
    public CompletableFuture<JsonNode> enter() {
        loop.execute(() -> line.open(false));
        return in;
    }

    @Override
    public void connected(JsonNode connect, boolean resumed) {
        in.complete(connect);
        Map<Long, Command> again = new LinkedHashMap<>(open);
        open.clear();
        again.values().forEach(this::send);
    }

    /** Sends a command of the trainer; the answer is the whole reply frame. */
    public CompletableFuture<JsonNode> command(String verb, ObjectNode body) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        loop.execute(() -> send(new Command(verb, body, answer)));
        return answer;
    }

    private void send(Command command) {
        long id = line.newId();
        open.put(id, command);
        unanswered = open.size();
        line.send(Frames.command(id, command.verb(), command.body()));
    }

    /** Taps {@code count} cues, {@code perSecond} of them a second from {@code startNanos} on, each at its intended time. */
    public void tap(long startNanos, double perSecond, long count, String text) {
        loop.execute(() -> tapNext(new Score(startNanos, perSecond, count, text), 0));
    }

    private record Score(long startNanos, double perSecond, long count, String text) {
        long intended(long n) {
            return startNanos + Math.round(n * 1e9 / perSecond);
        }
    }

    private void tapNext(Score score, long n) {
        long next = n;
        while (next < score.count() && score.intended(next) <= System.nanoTime()) {
            tapOnce("t-" + next, score.intended(next), score.text(), next % DOUBLE_TAP_EVERY == DOUBLE_TAP_EVERY - 1);
            next++;
        }
        long following = next;
        if (following < score.count()) {
            long wait = Math.max(0, score.intended(following) - System.nanoTime());
            var unused = loop.schedule(() -> tapNext(score, following), wait, TimeUnit.NANOSECONDS);
        }
    }

    private void tapOnce(String cueId, long intendedNanos, String text, boolean twice) {
        taps.incrementAndGet();
        intended.put(cueId, intendedNanos);
        ear.published(cueId, intendedNanos);
        ObjectNode cue = Frames.body()
                .put("cueId", cueId)
                .put("verb", "SAY")
                .put("text", text)
                .put("tone", "GO")
                .put("showMs", 1_000);
        send(new Command("cue", cue, new CompletableFuture<>()));
        if (twice) {
            send(new Command("cue", cue, new CompletableFuture<>()));
        }
    }

    @Override
    public void push(String channel, JsonNode push, long arrivedNanos) {
        if (channel.equals("cue")) {
            ledger.arrived(Frames.arrived(push));
        }
    }

    @Override
    public void replied(long id, JsonNode reply) {
        Command command = open.remove(id);
        unanswered = open.size();
        if (command == null) {
            return;
        }
        JsonNode cue = reply.path("cue");
        if (cue.isObject()) {
            String cueId = cue.path("cueId").asText();
            promises.acknowledged(cueId, cue.path("offset").asLong());
            Long meant = intended.remove(cueId);
            if (meant != null) {
                ear.safe(cueId, System.nanoTime() - meant);
            }
        } else if (reply.has("error")) {
            refused.incrementAndGet();
            lastRefusal = command.verb() + ": " + reply.path("error");
        }
        command.answer().complete(reply);
    }

    @Override
    public void ended(int code) {
        in.completeExceptionally(new IllegalStateException("the class ended for its trainer with close code " + code));
    }

    public void leave() {
        loop.execute(line::finish);
    }

    /** Cues tapped so far. */
    public int taps() {
        return taps.get();
    }

    /** Commands that have no answer yet. */
    public int unanswered() {
        return unanswered;
    }

    /** Commands that the class refused, and the last of them in words. */
    public int refused() {
        return refused.get();
    }

    public String lastRefusal() {
        return lastRefusal;
    }

    /** To be read once the event loops have stopped. */
    public Promises promises() {
        return promises;
    }

    /** To be read once the event loops have stopped. */
    public DeviceLedger ledger() {
        return ledger;
    }
}
