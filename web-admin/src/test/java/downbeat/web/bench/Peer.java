package downbeat.web.bench;

import downbeat.web.rehearse.device.Socket;
import downbeat.web.rehearse.device.Sockets;
import java.time.Duration;
import java.util.Optional;

/** A server that passes on what a publisher says to all who listen, in its own protocol over WebSocket. */
interface Peer extends AutoCloseable {
    String name();

    /** Processor seconds used so far by the server and its children. */
    double cpuSeconds();

    /** Resident memory now, MB. */
    double residentMb();

    Sockets.Target listener(int n);

    Sockets.Target publisher();

    /** To be sent when a socket has opened; {@code n} < 0 is the publisher. */
    void greet(Socket socket, int n);

    /** True when this frame is the last of the answers that make a socket ready. */
    boolean readies(Socket socket, byte[] frame, int n);

    /** True when a socket is ready as soon as it has opened. */
    default boolean readyAtOnce() {
        return false;
    }

    void publish(Socket publisher, String payload);

    /** Listener {@code n} says how its heart beats. */
    void beat(Socket listener, int n);

    /** What a raw client says to become listener {@code n}, answered by a frame of id 1; empty when the handshake is enough. */
    default Optional<String> slowGreeting(int n) {
        return Optional.empty();
    }

    /** How long this server bears a client that does not read, at most; for those that bear it for ever, an hour. */
    default Duration patience() {
        return Duration.ofHours(1);
    }

    @Override
    void close();
}
