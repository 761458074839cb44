package downbeat.web.rehearse.device;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Opens WebSockets, thousands on a few event loops, so that the simulated members cost the server's machine little. */
public final class Sockets implements AutoCloseable {
    /** A complete roster of a few thousand members is the largest frame. */
    private static final int MAX_FRAME_BYTES = 4 << 20;

    /** Frames of one moment go out in one write, as browsers send what has gathered while they wrote. */
    private static final int MOST_AT_ONCE = 64;

    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
    /** A small receive buffer makes a device that does not read a burden at once and not after megabytes. */
    private static final int DEAF_RECEIVE_BYTES = 4096;

    private final MultiThreadIoEventLoopGroup loops;

    public Sockets(int eventLoops) {
        loops = new MultiThreadIoEventLoopGroup(
                eventLoops, new DefaultThreadFactory("rehearse", true), NioIoHandler.newFactory());
    }

    /** The next event loop, round robin. A device keeps its own for life. */
    public EventLoop loop() {
        return loops.next();
    }

    /** What is opened: address, subprotocol (empty for none) and whether the device is one that will not read. */
    public record Target(URI uri, String subprotocol, boolean deaf) {}

    /** Opens a socket on {@code loop}; the listener hears how it went. */
    public void open(EventLoop loop, Target target, Socket.Listener listener) {
        var handshaker = WebSocketClientHandshakerFactory.newHandshaker(
                target.uri(),
                WebSocketVersion.V13,
                target.subprotocol().isEmpty() ? null : target.subprotocol(),
                false,
                new DefaultHttpHeaders(),
                MAX_FRAME_BYTES);
        SocketHandler handler = new SocketHandler(handshaker, listener);
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .handler(pipeline(handler));
        if (target.deaf()) {
            bootstrap.option(ChannelOption.SO_RCVBUF, DEAF_RECEIVE_BYTES);
        }
        bootstrap.connect(target.uri().getHost(), target.uri().getPort()).addListener(connecting -> {
            if (!connecting.isSuccess()) {
                handler.neverOpened();
            }
        });
    }

    private static ChannelInitializer<Channel> pipeline(SocketHandler handler) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(new FlushConsolidationHandler(MOST_AT_ONCE, true))
                        .addLast(new HttpClientCodec())
                        .addLast(new HttpObjectAggregator(64 << 10))
                        .addLast(handler);
            }
        };
    }

    /** Fragmented frames are put together again before a listener sees them. */
    static WebSocketFrameAggregator wholeFrames() {
        return new WebSocketFrameAggregator(MAX_FRAME_BYTES);
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }

    /** For a channel's own class only: what the socket options are applied to. */
    static void lingerNot(Channel channel) {
        if (channel instanceof SocketChannel socket) {
            socket.config().setSoLinger(0);
        }
    }
}
