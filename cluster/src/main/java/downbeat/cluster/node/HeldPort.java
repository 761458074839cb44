package downbeat.cluster.node;

import com.typesafe.config.Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/**
 * A port this node is about to listen on, taken at the very start: a taken one is told at once and not after seconds of
 * starting. Nobody can connect to it yet. Close it just before listening.
 */
public final class HeldPort implements AutoCloseable {

    private static final String OTHER_NODES = "the other nodes";
    private static final String SET_NODE_PORT = "set downbeat.node.port and downbeat.node.host";

    private final Socket socket;

    private HeldPort(Socket socket) {
        this.socket = socket;
    }

    /** Where there is nothing to hold. */
    static HeldPort none() {
        return new HeldPort(new Socket());
    }

    /**
     * The port for members and browsers.
     *
     * @throws NodeStartException if it cannot be had
     */
    public static HeldPort http(NodeSettings settings) {
        return hold(settings.httpHost(), settings.httpPort(), "HTTP", "choose another with --port");
    }

    /**
     * The port for the other nodes.
     *
     * @throws NodeStartException if it cannot be had
     */
    public static HeldPort node(NodeSettings settings) {
        Config bind = settings.config().getConfig("akka.remote.artery.bind");
        return hold(
                or(bind.getString("hostname"), settings.host()),
                Integer.parseInt(or(bind.getString("port"), Integer.toString(settings.port()))),
                OTHER_NODES,
                SET_NODE_PORT);
    }

    /** The same sentence for a port that was lost between {@link #close} and Akka's own attempt. */
    static NodeStartException lost(NodeSettings settings, Exception cause) {
        return refusal(settings.host(), settings.port(), OTHER_NODES, SET_NODE_PORT, cause);
    }

    /**
     * Akka Management's, which a node with bootstrap opens.
     *
     * @throws NodeStartException if it cannot be had
     */
    public static HeldPort management(NodeSettings settings) {
        Config http = settings.config().getConfig("akka.management.http");
        return hold(
                or(http.getString("bind-hostname"), settings.managementHost()),
                Integer.parseInt(or(http.getString("bind-port"), http.getString("port"))),
                "Akka Management",
                "set akka.management.http.port and hostname");
    }

    /** All that a start of these settings opens, tried and let go again: the sentence of each that cannot be had. */
    public static List<String> refusals(NodeSettings settings) {
        return holdings(settings).stream()
                .flatMap(one -> refusal(one, settings).stream())
                .toList();
    }

    private static Optional<String> refusal(Holding one, NodeSettings settings) {
        try {
            one.hold(settings).close();
            return Optional.empty();
        } catch (NodeStartException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Holding {
        HeldPort hold(NodeSettings settings);
    }

    private static List<Holding> holdings(NodeSettings settings) {
        return settings.bootstrap()
                ? List.of(HeldPort::http, HeldPort::node, HeldPort::management)
                : List.of(HeldPort::http, HeldPort::node);
    }

    /** A port of 0, and an address that only Akka can look up, cannot be taken before. */
    private static HeldPort hold(String host, int port, String whose, String advice) {
        if (port == 0 || host.startsWith("<")) {
            return none();
        }
        Socket socket = new Socket();
        try {
            tryToListen(host, port);
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return new HeldPort(socket);
        } catch (IOException | IllegalArgumentException e) {
            close(socket);
            throw refusal(host, port, whose, advice, e);
        }
    }

    private static NodeStartException refusal(String host, int port, String whose, String advice, Exception cause) {
        return new NodeStartException(
                "Port " + port + " of " + host + " cannot be opened for " + whose
                        + ": it is in use by another program or the address is not this machine's; " + advice + ".",
                cause);
    }

    /** Says what binding alone may not, on some systems: that somebody listens. */
    private static void tryToListen(String host, int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        }
    }

    private static String or(String set, String otherwise) {
        return set.isEmpty() ? otherwise : set;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(socket);
    }
}
