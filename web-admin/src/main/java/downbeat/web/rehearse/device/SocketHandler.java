package downbeat.web.rehearse.device;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/** The Netty side of one {@link Socket}: handshake, pings, frames, and exactly one {@code closed} at the end. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails ends in channelInactive
final class SocketHandler extends SimpleChannelInboundHandler<Object> implements Socket {
    /** What WebSocket calls a connection that ended without a close frame. */
    private static final int NO_CLOSE_FRAME = 1006;

    private final WebSocketClientHandshaker handshaker;
    private final Listener listener;
    private @Nullable ChannelHandlerContext context;
    private int closeCode = NO_CLOSE_FRAME;
    private boolean over;

    SocketHandler(WebSocketClientHandshaker handshaker, Listener listener) {
        this.handshaker = handshaker;
        this.listener = listener;
    }

    void neverOpened() {
        end();
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        handshaker.handshake(ctx.channel());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Object message) {
        if (message instanceof FullHttpResponse response) {
            handshaker.finishHandshake(ctx.channel(), response);
            ctx.pipeline().addBefore(ctx.name(), "whole", Sockets.wholeFrames());
            listener.opened(this);
        } else if (message instanceof CloseWebSocketFrame close) {
            closeCode = close.statusCode() < 0 ? NO_CLOSE_FRAME : close.statusCode();
            ctx.writeAndFlush(close.retain()).addListener(done -> ctx.close());
        } else if (message instanceof PingWebSocketFrame ping) {
            ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        } else if (message instanceof TextWebSocketFrame || message instanceof BinaryWebSocketFrame) {
            listener.frame(this, ByteBufUtil.getBytes(((WebSocketFrame) message).content()));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        end();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }

    private void end() {
        if (!over) {
            over = true;
            listener.closed(this, closeCode);
        }
    }

    @Override
    public void send(String text) {
        write(new TextWebSocketFrame(text));
    }

    @Override
    public void send(byte[] binary) {
        write(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(binary)));
    }

    @Override
    public void close(int code) {
        write(new CloseWebSocketFrame(code, ""));
    }

    private void write(WebSocketFrame frame) {
        if (context != null && isOpen()) {
            context.writeAndFlush(frame, context.voidPromise());
        } else {
            frame.release();
        }
    }

    @Override
    public void cut() {
        if (context != null && context.channel().isOpen()) {
            Sockets.lingerNot(context.channel());
            context.close();
        }
    }

    @Override
    public void deafen() {
        if (context != null) {
            context.channel().config().setAutoRead(false);
        }
    }

    @Override
    public boolean isOpen() {
        return context != null && context.channel().isActive() && !over;
    }
}
