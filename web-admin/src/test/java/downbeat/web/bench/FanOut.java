package downbeat.web.bench;

import downbeat.web.rehearse.device.Socket;
import downbeat.web.rehearse.device.Sockets;
import downbeat.web.rehearse.report.Executions;
import io.netty.channel.EventLoop;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One measurement of one peer. Every payload carries the time it was meant for, so that a server that falls behind is charged for
 * it; publisher and listeners read the same clock.
 */
final class FanOut implements AutoCloseable {
    private static final byte MARK = '#';
    private static final byte SECOND_MARK = '@';
    private static final int STAMP_DIGITS = 16;
    private static final int AT_A_TIME = 50;
    /** Devices that publish in turns in the closed loop: one that says more than a hundred frames a second is cut as a flood. */
    private static final int HANDS = 8;

    private final Peer peer;
    private final Setting setting;
    private final Sockets listeners = new Sockets(2);
    private final Sockets publishers = new Sockets(1);
    private final List<Socket> open = new ArrayList<>();
    private final Histogram micros = new ConcurrentHistogram(1, 60_000_000, 3);
    private final LongAdder delivered = new LongAdder();
    private final Executions arrivals = new Executions();
    private final @Nullable BadLink link;
    private volatile boolean measuring;

    /**
     * @param rate payloads a second, in the open loop
     * @param window > 0: closed loop, at most so many payloads under way; 0: open loop
     * @param beats readings a listener says a second
     * @param link between all sockets and the server
     */
    record Setting(
            int members,
            double rate,
            int bytes,
            Duration warm,
            Duration time,
            int window,
            double beats,
            BadLink.Condition link) {}

    record Result(
            String peer,
            long published,
            long delivered,
            double perSecond,
            double p50,
            double p95,
            double p99,
            double max,
            double cpuMicros,
            double residentMb) {}

    FanOut(Peer peer, Setting setting) {
        this.peer = peer;
        this.setting = setting;
        this.link = setting.link().perfect() ? null : new BadLink(setting.link(), 1);
    }

    Result measure() throws Exception {
        for (int from = 0; from < setting.members(); from += AT_A_TIME) {
            List<CompletableFuture<Socket>> batch = new ArrayList<>();
            for (int n = from; n < Math.min(from + AT_A_TIME, setting.members()); n++) {
                batch.add(connect(listeners, through(peer.listener(n)), n));
            }
            for (CompletableFuture<Socket> one : batch) {
                open.add(one.get(30, TimeUnit.SECONDS));
            }
        }
        List<Socket> hands = new ArrayList<>();
        for (int n = 1; n <= (setting.window() > 0 ? HANDS : 1); n++) {
            hands.add(connect(publishers, through(peer.publisher()), -n).get(30, TimeUnit.SECONDS));
        }
        open.addAll(hands);
        return publishTo(hands);
    }

    /** The same server, behind the bad link if there is one. */
    private Sockets.Target through(Sockets.Target direct) {
        if (link == null) {
            return direct;
        }
        URI uri = direct.uri();
        int port = link.to(uri.getPort()).port();
        return new Sockets.Target(
                URI.create("ws://127.0.0.1:" + port + uri.getPath()), direct.subprotocol(), direct.deaf());
    }

    private CompletableFuture<Socket> connect(Sockets sockets, Sockets.Target target, int n) {
        CompletableFuture<Socket> ready = new CompletableFuture<>();
        EventLoop loop = sockets.loop();
        sockets.open(loop, target, new Socket.Listener() {
            @Override
            public void opened(Socket socket) {
                peer.greet(socket, n);
                if (peer.readyAtOnce()) {
                    isReady(socket);
                }
            }

            private void isReady(Socket socket) {
                if (n >= 0 && setting.beats() > 0) {
                    long every = Math.round(1e6 / setting.beats());
                    var unused = loop.scheduleAtFixedRate(
                            () -> peer.beat(socket, n), n * 7_919L % every, every, TimeUnit.MICROSECONDS);
                }
                ready.complete(socket);
            }

            @Override
            public void frame(Socket socket, byte[] payload) {
                if (!ready.isDone() && peer.readies(socket, payload, n)) {
                    isReady(socket);
                } else if (n >= 0) {
                    received(payload);
                }
            }

            @Override
            public void closed(Socket socket, int code) {
                if (!ready.completeExceptionally(new IllegalStateException("closed with " + code)) && measuring) {
                    System.err.println(peer.name() + ": a socket closed with " + code);
                }
            }
        });
        return ready;
    }

    private void received(byte[] frame) {
        long now = System.nanoTime();
        for (int i = 0; i + STAMP_DIGITS + 2 <= frame.length; i++) {
            if (frame[i] == MARK && frame[i + 1] == SECOND_MARK) {
                delivered.increment();
                if (measuring) {
                    long stamp = stamp(frame, i + 2);
                    micros.recordValue(Math.clamp((now - stamp) / 1_000, 0L, 60_000_000L));
                    if (link != null) {
                        arrivals.add(Long.toHexString(stamp), now, false);
                    }
                }
                i += STAMP_DIGITS;
            }
        }
    }

    private static long stamp(byte[] frame, int from) {
        long value = 0;
        for (int i = from; i < from + STAMP_DIGITS; i++) {
            value = value << 4 | Character.digit(frame[i], 16);
        }
        return value;
    }

    private Result publishTo(List<Socket> hands) {
        String filler = "x".repeat(setting.bytes() - STAMP_DIGITS - 2);
        long begin = System.nanoTime();
        long measureFrom = begin + setting.warm().toNanos();
        long end = measureFrom + setting.time().toNanos();
        long sent = 0;
        long sentBefore = 0;
        long deliveredBefore = 0;
        double cpuBefore = 0;
        for (long n = 0; ; n++) {
            long intended =
                    setting.window() > 0 ? awaitWindow(sent, end) : begin + Math.round(n * 1e9 / setting.rate());
            sleepUntil(intended);
            if (intended >= end) {
                break;
            }
            if (!measuring && intended >= measureFrom) {
                measuring = true;
                sentBefore = sent;
                deliveredBefore = delivered.sum();
                cpuBefore = peer.cpuSeconds();
                measureFrom = System.nanoTime();
            }
            peer.publish(hands.get((int) (n % hands.size())), "#@%016x%s".formatted(intended, filler));
            sent++;
        }
        drain(sent);
        double seconds = (System.nanoTime() - measureFrom) / 1e9;
        long deliveries = delivered.sum() - deliveredBefore;
        double cpu = peer.cpuSeconds() - cpuBefore;
        return new Result(
                peer.name(),
                sent - sentBefore,
                deliveries,
                deliveries / seconds,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                cpu * 1e6 / Math.max(1, deliveries),
                peer.residentMb());
    }

    /** Closed loop: the next may go when fewer than {@code window} are under way to everybody. */
    private long awaitWindow(long sent, long end) {
        while (sent - delivered.sum() / setting.members() >= setting.window() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000);
        }
        return System.nanoTime();
    }

    static void sleepUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** How far the arrivals of one payload were from the median listener's, {@code p50 / p95 / max} in ms. Behind a bad link only. */
    String skew() {
        Histogram skew = new Histogram(1, 60_000_000, 3);
        arrivals.skewsInto(skew, new Histogram(1, 60_000_000, 3), new Histogram(1, 60_000_000, 3));
        return String.format(
                Locale.ROOT,
                "%.1f / %.1f / %.1f",
                skew.getValueAtPercentile(50) / 1e3,
                skew.getValueAtPercentile(95) / 1e3,
                skew.getMaxValue() / 1e3);
    }

    /** What the bad link held back as lost. */
    String lost() {
        return link == null ? "nothing" : link.told();
    }

    private void drain(long sent) {
        long patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (delivered.sum() < sent * setting.members() && System.nanoTime() < patience) {
            LockSupport.parkNanos(1_000_000);
        }
        if (delivered.sum() < sent * setting.members()) {
            System.err.printf("%s: %d of %d deliveries%n", peer.name(), delivered.sum(), sent * setting.members());
        }
    }

    @Override
    public void close() {
        measuring = false;
        open.forEach(Socket::cut);
        listeners.close();
        publishers.close();
        if (link != null) {
            link.close();
        }
    }
}
