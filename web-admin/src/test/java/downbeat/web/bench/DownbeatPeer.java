package downbeat.web.bench;

import downbeat.web.rehearse.device.Frames;
import downbeat.web.rehearse.device.Pass;
import downbeat.web.rehearse.device.Socket;
import downbeat.web.rehearse.device.Sockets;
import downbeat.web.rehearse.stage.Cast;
import downbeat.web.rehearse.stage.ClassApi;
import downbeat.web.rehearse.stage.OwnNode;
import downbeat.web.rehearse.stage.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A Downbeat node in a process of its own, with one running class. The listeners are its members, who do not acknowledge. */
final class DownbeatPeer implements Peer {
    private final OwnNode node;
    private final ClassApi api;
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final Stage stage;
    private final URI live;
    private final AtomicLong cues = new AtomicLong();
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private boolean started;

    DownbeatPeer(int members, List<String> jvmOptions) throws IOException {
        node = OwnNode.start(jvmOptions);
        api = new ClassApi(node.url());
        try (InputStream in = DownbeatPeer.class.getResourceAsStream("/rehearse/FTPTest.zwo")) {
            byte[] plan = Objects.requireNonNull(in).readAllBytes();
            var bill = new Stage.Bill(members, 240, new Stage.Workout("FTPTest.zwo", plan), Cast.NEWCOMERS);
            stage = Stage.set(api, blocking, run, bill, n -> {});
        }
        live = join(-1).url();
    }

    @Override
    public String name() {
        return "downbeat";
    }

    long pid() {
        return node.pid();
    }

    @Override
    public double cpuSeconds() {
        return ProcessHandle.of(node.pid()).map(LocalProcess::cpuSeconds).orElse(0.0);
    }

    @Override
    public double residentMb() {
        return LocalProcess.residentMb(node.pid());
    }

    @Override
    public Sockets.Target listener(int n) {
        return publisher();
    }

    @Override
    public Sockets.Target publisher() {
        return new Sockets.Target(live, Frames.SUBPROTOCOL, false);
    }

    private Pass join(int n) {
        return api.join(n < 0 ? stage.trainer() : stage.members().get(n), stage.classId(), false);
    }

    @Override
    public void greet(Socket socket, int n) {
        blocking.execute(() -> socket.send(greeting(n)));
    }

    private String greeting(int n) {
        return "{\"id\":1,\"connect\":{\"token\":\"%s\",\"device\":\"bench%d\"}}".formatted(join(n).token(), n);
    }

    @Override
    public Optional<String> slowGreeting(int n) {
        return Optional.of(greeting(n));
    }

    /** Two seconds behind, or 64 KiB of cues, and the buffers of the kernel before that. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean readies(Socket socket, byte[] frame, int n) {
        boolean connected =
                frame.length > 8 && new String(frame, 0, 8, StandardCharsets.US_ASCII).startsWith("{\"id\":1,");
        if (connected && n < 0 && !started) {
            started = true;
            socket.send("{\"id\":2,\"start\":{}}");
        } else if (connected && n >= 0) {
            socket.send("{\"id\":2,\"share\":{\"hr\":true}}");
        }
        return connected;
    }

    @Override
    public void publish(Socket publisher, String payload) {
        long n = cues.incrementAndGet();
        publisher.send(
                "{\"id\":%d,\"cue\":{\"cueId\":\"b-%s-%d\",\"verb\":\"SAY\",\"text\":\"%s\",\"tone\":\"NONE\",\"showMs\":1000}}"
                        .formatted(n + 2, run, n, payload));
    }

    @Override
    public void beat(Socket listener, int n) {
        listener.send("{\"bio\":{\"hr\":%d}}".formatted(100 + n % 80));
    }

    @Override
    public void close() {
        api.close();
        blocking.shutdownNow();
        node.close();
    }
}
