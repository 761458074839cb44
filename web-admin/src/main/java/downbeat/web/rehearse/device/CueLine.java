package downbeat.web.rehearse.device;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.rehearse.check.DeviceLedger;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A device's line to its class: connects, comes back after every loss and resumes from what its ledger holds, and delays what
 * passes as a bad link would. Lives on one event loop.
 */
final class CueLine {
    private static final long CONNECT_ID = 1;
    private static final long BACKOFF_MILLIS = 200;
    private static final long MAX_BACKOFF_MILLIS = 2_000;

    private final Sockets sockets;
    private final EventLoop loop;
    private final Pass.Desk desk;
    private final DeviceLedger ledger;
    private final RandomGenerator random;
    private final SlowPath up;
    private final SlowPath down;
    private final User user;
    private @Nullable Pass pass;
    private @Nullable Attempt attempt;
    private @Nullable Socket socket;
    private boolean connected;
    private boolean deaf;
    private boolean finished;
    private boolean away;
    private int attempts;
    private long mendedNanos;
    private long nextId = CONNECT_ID + 1;

    /** Who holds the device. */
    interface User {
        /** In, for the first time or again. */
        void connected(JsonNode connect, boolean resumed);

        /** In again, {@code nanos} after a broken link was back. */
        default void back(long nanos) {}

        /** A push; {@code arrivedNanos} is when it came off the wire, before any delay of the link. */
        void push(String channel, JsonNode push, long arrivedNanos);

        void replied(long id, JsonNode reply);

        /** The class is over for this device: {@code code} is a close code, or 0 when it gave up. */
        void ended(int code);
    }

    /** The two directions of a link and what decides about chance. */
    record Link(DelayLine up, DelayLine down, RandomGenerator random) {}

    CueLine(Sockets sockets, EventLoop loop, Pass.Desk desk, DeviceLedger ledger, Link link, User user) {
        this.sockets = sockets;
        this.loop = loop;
        this.desk = desk;
        this.ledger = ledger;
        this.random = link.random();
        this.up = new SlowPath(link.up(), loop);
        this.down = new SlowPath(link.down(), loop);
        this.user = user;
    }

    /** Gets a pass ahead, as a page does that is open before its member presses join. */
    CompletionStage<Pass> prepare() {
        return desk.ask(true)
                .whenComplete((given, failure) -> loop.execute(() -> {
                    if (given != null) {
                        pass = given;
                    }
                }));
    }

    /** Presses join. A deaf line connects and then never reads. */
    void open(boolean deafLine) {
        deaf = deafLine;
        connect();
    }

    private void connect() {
        if (finished || away) {
            return;
        }
        if (pass != null && pass.fresh(System.nanoTime())) {
            openSocket(pass);
            return;
        }
        var unused = desk.ask(false)
                .whenComplete((given, failure) -> loop.execute(() -> {
                    if (given == null) {
                        later();
                    } else {
                        pass = given;
                        openSocket(given);
                    }
                }));
    }

    private void openSocket(Pass with) {
        if (!finished && !away) {
            Attempt next = new Attempt(with.token());
            attempt = next;
            sockets.open(loop, new Sockets.Target(with.url(), Frames.SUBPROTOCOL, deaf), next);
        }
    }

    private void later() {
        attempts++;
        long wait = Math.min(MAX_BACKOFF_MILLIS, BACKOFF_MILLIS << Math.min(attempts, 6));
        after(wait / 2 + random.nextLong(wait / 2 + 1), this::connect);
    }

    private void after(long millis, Runnable what) {
        var unused = loop.schedule(what, millis, TimeUnit.MILLISECONDS);
    }

    /** One socket of this line. What an older one still has to say is not heard. */
    private final class Attempt implements Socket.Listener {
        private final String token;

        Attempt(String token) {
            this.token = token;
        }

        @SuppressWarnings("ReferenceEquality") // this very attempt is meant
        private boolean isCurrent() {
            return attempt == this;
        }

        @Override
        public void opened(Socket opened) {
            if (!isCurrent()) {
                opened.cut();
                return;
            }
            socket = opened;
            String connect = Frames.connect(CONNECT_ID, token, ledger.device(), ledger.position());
            up.pass(() -> opened.send(connect));
            if (deaf) {
                ledger.goesDeaf();
                opened.deafen();
            }
        }

        @Override
        public void frame(Socket from, byte[] payload) {
            long arrived = System.nanoTime();
            down.pass(() -> {
                // What was still on the way when the link broke never reaches the device.
                if (isCurrent()) {
                    read(payload, arrived);
                }
            });
        }

        @Override
        public void closed(Socket gone, int code) {
            if (isCurrent() && !finished) {
                drop();
                comeBackAfter(code);
            }
        }
    }

    private void read(byte[] payload, long arrived) {
        try {
            JsonNode frame = Frames.JSON.readTree(payload);
            JsonNode push = frame.path("push");
            if (push.isObject()) {
                user.push(push.path("ch").asText(), push, arrived);
            } else if (frame.path("id").asLong() == CONNECT_ID) {
                connectReplied(frame);
            } else {
                user.replied(frame.path("id").asLong(), frame);
            }
        } catch (IOException e) {
            ledger.unreadable(e.getMessage() == null ? "a frame" : e.getMessage());
        }
    }

    private void connectReplied(JsonNode frame) {
        JsonNode connect = frame.path("connect");
        if (!connect.isObject()) {
            refuse();
            return;
        }
        boolean resumed = ledger.position().isPresent();
        ledger.attached(Frames.attachment(connect));
        connected = true;
        attempts = 0;
        user.connected(connect, resumed);
        if (mendedNanos != 0) {
            user.back(System.nanoTime() - mendedNanos);
            mendedNanos = 0;
        }
    }

    /** Not let in: with a new pass, and again. */
    private void refuse() {
        Socket old = socket;
        drop();
        if (old != null) {
            old.cut();
        }
        pass = null;
        later();
    }

    private void comeBackAfter(int code) {
        switch (code) {
            case 1000, 3010 -> {
                finished = true;
                user.ended(code);
            }
            case 3001 -> {
                pass = null;
                later();
            }
            case 3003 -> connect();
            case 3009 -> after(5_000, this::connect);
            default -> later();
        }
    }

    private void drop() {
        attempt = null;
        socket = null;
        connected = false;
    }

    /** The link breaks and is back after {@code millis}. With {@code silent} the other side is not told: the old socket just falls silent. */
    void breakFor(long millis, boolean silent) {
        Socket old = socket;
        if (old == null || finished) {
            return;
        }
        away = true;
        drop();
        if (silent) {
            old.deafen();
        } else {
            old.cut();
        }
        after(millis, () -> {
            old.cut();
            away = false;
            mendedNanos = System.nanoTime();
            connect();
        });
    }

    /** Leaves for good. */
    void finish() {
        finished = true;
        if (socket != null) {
            socket.close(1000);
        }
    }

    boolean isConnected() {
        return connected;
    }

    long newId() {
        return nextId++;
    }

    /** Sends when connected; otherwise the frame is gone, as everything is that a device says without a link. */
    void send(String frame) {
        Socket to = socket;
        if (to != null && connected) {
            up.pass(() -> to.send(frame));
        }
    }
}
