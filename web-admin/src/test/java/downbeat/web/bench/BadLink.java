package downbeat.web.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A bad network before a server on loopback, as a TCP proxy. Each way, what one read brings is held back by a time of its own and
 * none overtakes another. A loss is what TCP makes of one: the bytes come after a retransmission time-out, and everything behind
 * them waits, as it does for a segment that is alone on its way.
 */
final class BadLink implements AutoCloseable {
    /** What Linux waits beyond a round trip before it sends a lone segment again (TCP_RTO_MIN; RFC 6298 would have a second). */
    private static final double TIME_OUT_MILLIS = 200;

    private final Condition condition;
    private final Random random;
    private final MultiThreadIoEventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("bad-link", true), NioIoHandler.newFactory());
    private final LongAdder passed = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final Channel listening;
    private volatile int target;

    /**
     * @param delayMillis mean delay, each way
     * @param jitterMillis a delay is up to so much less or more, evenly spread; at most {@code delayMillis}
     * @param lossPercent of what passes, each way
     */
    record Condition(double delayMillis, double jitterMillis, double lossPercent) {
        Condition {
            if (jitterMillis < 0 || delayMillis < jitterMillis || lossPercent < 0 || lossPercent >= 100) {
                throw new IllegalArgumentException("0 <= jitter <= delay and 0 <= loss < 100 must hold");
            }
        }

        boolean perfect() {
            return delayMillis + lossPercent == 0;
        }
    }

    BadLink(Condition condition, long seed) {
        this.condition = condition;
        this.random = new Random(seed);
        this.listening = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        join(client);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** The server behind it. */
    BadLink to(int port) {
        target = port;
        return this;
    }

    /** What passed so far, in reads, and how much of it was held back as lost. */
    String told() {
        return "%d of %d reads lost".formatted(lost.sum(), passed.sum());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a client that cannot be served is closed, and so what
    private void join(Channel client) {
        new Bootstrap()
                .group(client.eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.AUTO_READ, false)
                .handler(new ChannelInboundHandlerAdapter())
                .connect(InetAddress.getLoopbackAddress(), target)
                .addListener((io.netty.channel.ChannelFuture connecting) -> {
                    if (!connecting.isSuccess()) {
                        client.close();
                        return;
                    }
                    Channel server = connecting.channel();
                    client.pipeline().addLast(new Way(server));
                    server.pipeline().addLast(new Way(client));
                    client.config().setAutoRead(true);
                    server.config().setAutoRead(true);
                });
    }

    /** One direction. */
    @SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes the channel
    private final class Way extends ChannelInboundHandlerAdapter {
        private final Channel to;
        private final Deque<Runnable> underWay = new ArrayDeque<>();
        private long lastDue = System.nanoTime();

        private Way(Channel to) {
            this.to = to;
        }

        @Override
        public void channelRead(ChannelHandlerContext from, Object bytes) {
            passed.increment();
            later(from, () -> to.writeAndFlush((ByteBuf) bytes, to.voidPromise()));
        }

        @Override
        public void channelInactive(ChannelHandlerContext from) {
            later(from, to::close);
        }

        /** In the order they came: two timers set for one instant may ring either way round. */
        private void later(ChannelHandlerContext from, Runnable arrives) {
            long now = System.nanoTime();
            lastDue = Math.max(lastDue, now + nanos());
            underWay.addLast(arrives);
            from.channel()
                    .eventLoop()
                    .schedule(() -> underWay.removeFirst().run(), lastDue - now, TimeUnit.NANOSECONDS);
        }

        private long nanos() {
            double millis = condition.delayMillis() + (2 * random.nextDouble() - 1) * condition.jitterMillis();
            if (random.nextDouble() * 100 < condition.lossPercent()) {
                lost.increment();
                millis += 2 * condition.delayMillis() + TIME_OUT_MILLIS;
            }
            return Math.round(millis * 1e6);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
            from.close();
        }
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
