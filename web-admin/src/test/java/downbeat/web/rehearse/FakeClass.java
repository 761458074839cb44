package downbeat.web.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A class in miniature that speaks the public API and {@code cue.v1} and can be given a bug, so that the rehearsal is seen to find
 * it. Everything happens on one event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails shows in the verdict
final class FakeClass implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PLANNED_AHEAD_MILLIS = 1_500;

    /** Seeded bugs, committed against the device m-1 only, or against the trainer's promises. */
    enum Bug {
        NONE,
        LOSES_A_CUE,
        LOSES_THE_LAST_CUE,
        DOUBLES_A_CUE,
        SWAPS_TWO_CUES,
        SENDS_AN_OLD_GEN,
        FORGETS_WHAT_WAS_MISSED,
        GIVES_A_DOUBLE_TAP_TWO_OFFSETS
    }

    private final MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel server;
    private final Bug bug;
    private final long origin = System.nanoTime();
    private final List<ObjectNode> log = new ArrayList<>();
    private final Map<String, Long> offsets = new HashMap<>();
    private final Map<Channel, String> devices = new LinkedHashMap<>();
    private final AtomicInteger acks = new AtomicInteger();
    private final AtomicInteger shares = new AtomicInteger();
    private final AtomicInteger readings = new AtomicInteger();
    private int accounts;
    private int liveCues;
    private boolean held;

    FakeClass(Bug bug) {
        this.bug = bug;
        this.server = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Http());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    private int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** Members who chose to share so far. */
    int shares() {
        return shares.get();
    }

    /** Readings that devices sent so far. */
    int readings() {
        return readings.get();
    }

    /** Cues acknowledged by devices so far. */
    int acked() {
        return acks.get();
    }

    private double classTime() {
        return (System.nanoTime() - origin) / 1e6;
    }

    private final class Http extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
            if (request.headers().contains(HttpHeaderNames.UPGRADE)) {
                var shaker = new WebSocketServerHandshakerFactory("ws://127.0.0.1/live", "cue.v1", false)
                        .newHandshaker(request);
                ctx.pipeline().addLast(new Live());
                shaker.handshake(ctx.channel(), request);
                ctx.pipeline().remove(this);
                return;
            }
            byte[] body = answer(request.uri()).getBytes(StandardCharsets.UTF_8);
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(body));
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
            ctx.writeAndFlush(response);
        }

        private String answer(String path) {
            if (path.endsWith("/join")) {
                return "{\"token\":\"x\",\"url\":\"ws://127.0.0.1:" + port() + "/api/v1/live\"}";
            }
            if (path.endsWith("/report")) {
                return "{\"cue\":{\"sent\":" + log.size() + ",\"unacked\":0,\"upperBoundMs\":{\"p95\":12.5}}}";
            }
            if (path.endsWith("/metrics")) {
                return "process_cpu_time_ns_total 1.0E9\n";
            }
            return "{\"id\":\"x1\",\"token\":\"session-" + accounts++ + "\"}";
        }
    }

    private final class Live extends SimpleChannelInboundHandler<WebSocketFrame> {
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) throws Exception {
            if (frame instanceof CloseWebSocketFrame) {
                ctx.close();
            } else if (frame instanceof TextWebSocketFrame text) {
                command(ctx.channel(), JSON.readTree(text.text()));
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            devices.remove(ctx.channel());
        }
    }

    private void command(Channel from, JsonNode frame) {
        if (frame.has("connect")) {
            connect(from, frame);
        } else if (frame.has("clock")) {
            ObjectNode reply =
                    JSON.createObjectNode().put("id", frame.path("id").asLong());
            reply.putObject("clock")
                    .put("t0", frame.path("clock").path("t0").asDouble())
                    .put("t", classTime())
                    .put("err", 0.01);
            send(from, reply);
        } else if (frame.has("ack")) {
            acks.addAndGet(frame.path("ack").path("cues").size());
        } else if (frame.has("cue")) {
            liveCue(from, frame);
        } else if (frame.has("start")) {
            for (int n = 0; n < 5; n++) {
                broadcast(cue("p-" + n, "PLANNED", "SAY", classTime() + PLANNED_AHEAD_MILLIS + 100 * n));
            }
            control(from, frame, "start", "START");
        } else if (frame.has("ask")) {
            control(from, frame, "ask", "ASK");
        } else if (frame.has("bursts")) {
            control(from, frame, "bursts", "BURST");
        } else if (frame.has("burst")) {
            control(from, frame, "burst", "BURST");
            bio();
        } else if (frame.has("share")) {
            shares.incrementAndGet();
        } else if (frame.has("bio")) {
            readings.incrementAndGet();
        } else if (frame.has("close")) {
            control(from, frame, "close", "CLOSE");
        }
    }

    private void connect(Channel from, JsonNode frame) {
        JsonNode body = frame.path("connect");
        JsonNode resume = body.path("resume");
        long had = resume.path("offset").asLong();
        boolean recovered = resume.isObject() && bug != Bug.FORGETS_WHAT_WAS_MISSED;
        ObjectNode reply = JSON.createObjectNode().put("id", frame.path("id").asLong());
        reply.putObject("connect")
                .put("epoch", "e1")
                .put("gen", 1)
                .put("offset", log.size())
                .put("recovered", recovered)
                .put("replayed", recovered ? log.size() - had : 0);
        send(from, reply);
        if (recovered) {
            log.subList((int) had, log.size()).forEach(cue -> push(from, cue, true));
        }
        devices.put(from, body.path("device").asText());
    }

    private void control(Channel from, JsonNode frame, String reply, String verb) {
        broadcast(cue("c-" + log.size(), "CONTROL", verb, classTime()));
        ObjectNode answer = JSON.createObjectNode().put("id", frame.path("id").asLong());
        answer.putObject(reply).put("offset", log.size());
        send(from, answer);
    }

    private void liveCue(Channel from, JsonNode frame) {
        String cueId = frame.path("cue").path("cueId").asText();
        boolean again = offsets.containsKey(cueId);
        if (!again || bug == Bug.GIVES_A_DOUBLE_TAP_TWO_OFFSETS) {
            liveCues++;
            broadcast(cue(again ? cueId + "-again" : cueId, "LIVE", "SAY", classTime() + 40));
            offsets.put(cueId, (long) log.size());
        }
        ObjectNode reply = JSON.createObjectNode().put("id", frame.path("id").asLong());
        reply.putObject("cue").put("cueId", cueId).put("offset", offsets.get(cueId));
        send(from, reply);
    }

    private ObjectNode cue(String cueId, String kind, String verb, double at) {
        ObjectNode cue = JSON.createObjectNode()
                .put("epoch", "e1")
                .put("gen", 1)
                .put("offset", log.size() + 1)
                .put("cueId", cueId)
                .put("kind", kind)
                .put("verb", verb)
                .put("at", at)
                .put("rev", 0);
        log.add(cue);
        return cue;
    }

    private void broadcast(ObjectNode cue) {
        for (Channel to : Set.copyOf(devices.keySet())) {
            boolean seeded =
                    "m-1".equals(devices.get(to)) && cue.path("kind").asText().equals("LIVE");
            switch (seeded && (liveCues == 5 || held) ? bug : Bug.NONE) {
                case LOSES_A_CUE -> {}
                case LOSES_THE_LAST_CUE -> held = true;
                case DOUBLES_A_CUE -> {
                    push(to, cue, false);
                    push(to, cue, false);
                }
                case SWAPS_TWO_CUES -> swap(to, cue);
                case SENDS_AN_OLD_GEN -> push(to, cue.deepCopy().put("gen", 0), false);
                default -> push(to, cue, false);
            }
        }
    }

    private void swap(Channel to, ObjectNode cue) {
        if (held) {
            push(to, cue, false);
            push(to, log.get(log.size() - 2), false);
        }
        held = !held;
    }

    private static void push(Channel to, ObjectNode cue, boolean replay) {
        ObjectNode frame = JSON.createObjectNode();
        ObjectNode push = frame.putObject("push").put("ch", "cue");
        push.set("cue", cue);
        if (replay) {
            push.put("replay", true);
        }
        send(to, frame);
    }

    private void bio() {
        for (Channel to : devices.keySet()) {
            ObjectNode frame = JSON.createObjectNode();
            frame.putObject("push").put("ch", "bio").putObject("bio").put("t", classTime());
            send(to, frame);
        }
    }

    private static void send(Channel to, ObjectNode frame) {
        to.writeAndFlush(new TextWebSocketFrame(frame.toString()));
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}
