package downbeat.classes.live.socket;

import akka.http.javadsl.model.ws.BinaryMessage;
import akka.http.javadsl.model.ws.Message;
import akka.http.javadsl.model.ws.TextMessage;
import akka.stream.Attributes;
import akka.stream.BidiShape;
import akka.stream.Inlet;
import akka.stream.Outlet;
import akka.stream.stage.AbstractInHandler;
import akka.stream.stage.AbstractOutHandler;
import akka.stream.stage.GraphStage;
import akka.stream.stage.GraphStageLogic;
import akka.stream.stage.TimerGraphStageLogic;
import akka.util.ByteString;
import java.time.Duration;

/**
 * Between the bytes of a socket and its messages. Answers pings, pings a silent peer, ends with the close code the
 * handler or the rules ask for, and does not wait for a peer that does not read.
 */
final class SocketStage extends GraphStage<BidiShape<ByteString, Message, Message, ByteString>> {
    /** Shorter than the 30 to 60 s after which proxies and phones forget a silent connection. */
    static final Duration PING_EVERY = Duration.ofSeconds(20);

    /** How long a close may take before the connection is aborted. */
    static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final Inlet<ByteString> fromNet = Inlet.create("socket.fromNet");
    private final Outlet<Message> toHandler = Outlet.create("socket.toHandler");
    private final Inlet<Message> fromHandler = Inlet.create("socket.fromHandler");
    private final Outlet<ByteString> toNet = Outlet.create("socket.toNet");
    private final BidiShape<ByteString, Message, Message, ByteString> shape =
            BidiShape.of(fromNet, toHandler, fromHandler, toNet);

    @Override
    public BidiShape<ByteString, Message, Message, ByteString> shape() {
        return shape;
    }

    @Override
    public GraphStageLogic createLogic(Attributes attributes) {
        return new Logic();
    }

    private final class Logic extends TimerGraphStageLogic {
        private static final String PING = "ping";
        private static final String ABORT = "abort";

        private final WebSocketReader reader = new WebSocketReader();
        private ByteString urgent = ByteString.emptyByteString(); // pongs and the close frame
        private ByteString waiting = ByteString.emptyByteString(); // the handler's newest frame
        private boolean closing; // our close frame is written or waits in urgent
        private boolean peerClosed;

        Logic() {
            super(shape);
            setHandler(fromNet, new AbstractInHandler() {
                @Override
                public void onPush() {
                    reader.feed(grab(fromNet));
                    read();
                }

                @Override
                public void onUpstreamFinish() {
                    completeStage();
                }
            });
            setHandler(toHandler, new AbstractOutHandler() {
                @Override
                public void onPull() {
                    read();
                }

                @Override
                public void onDownstreamFinish(Throwable cause) {
                    if (!closing) {
                        drainNet(); // the handler hears nothing more, but may still speak
                    }
                }
            });
            setHandler(fromHandler, new AbstractInHandler() {
                @Override
                public void onPush() {
                    waiting = WebSocketWriter.text(
                            grab(fromHandler).asTextMessage().getStrictText());
                    if (isAvailable(toNet)) {
                        write(); // else a pong or a ping was quicker
                    }
                }

                @Override
                public void onUpstreamFinish() {
                    close(CloseCode.NORMAL, "");
                }

                @Override
                public void onUpstreamFailure(Throwable failure) {
                    if (failure instanceof SocketClosed closed) {
                        close(closed.code(), closed.reason());
                    } else {
                        materializer().system().log().error(failure, "A connection failed");
                        close(CloseCode.UNEXPECTED, "unexpected");
                    }
                }
            });
            setHandler(toNet, new AbstractOutHandler() {
                @Override
                public void onPull() {
                    write();
                }
            });
        }

        @Override
        public void preStart() {
            scheduleAtFixedRate(PING, PING_EVERY, PING_EVERY);
        }

        @Override
        public void onTimer(Object timer) {
            if (ABORT.equals(timer)) {
                failStage(new SocketClosed(CloseCode.UNEXPECTED, "the peer did not take its close frame"));
            } else if (!closing && isAvailable(toNet)) {
                push(toNet, WebSocketWriter.ping());
            }
        }

        private void read() {
            try {
                while (!peerClosed && (closing || isClosed(toHandler) || isAvailable(toHandler))) {
                    var read = reader.next();
                    if (read.isEmpty()) {
                        drainNet();
                        return;
                    }
                    take(read.get());
                }
            } catch (SocketClosed broken) {
                close(broken.code(), broken.reason());
            }
        }

        private void take(WebSocketReader.Read read) {
            switch (read) {
                case WebSocketReader.Read.Text text -> deliver(TextMessage.create(text.text()));
                case WebSocketReader.Read.Binary ignored -> deliver(BinaryMessage.create(ByteString.emptyByteString()));
                case WebSocketReader.Read.Ping ping -> say(WebSocketWriter.pong(ping.payload()));
                case WebSocketReader.Read.Pong ignored -> {}
                case WebSocketReader.Read.Close closed -> peerCloses(closed);
            }
        }

        private void deliver(Message message) {
            if (!closing && isAvailable(toHandler)) {
                push(toHandler, message);
            }
        }

        private void peerCloses(WebSocketReader.Read.Close closed) {
            peerClosed = true;
            complete(toHandler);
            if (closing && urgent.isEmpty()) {
                completeStage();
            } else if (!closing) {
                close(closed.code() == 1005 ? CloseCode.NORMAL : closed.code(), "");
            }
        }

        private void drainNet() {
            if (!isClosed(fromNet) && !hasBeenPulled(fromNet) && !peerClosed) {
                pull(fromNet);
            }
        }

        private void say(ByteString frame) {
            // A peer that pings and never reads fills nothing: one pong is enough for all its pings.
            urgent = closing ? urgent : frame;
            if (isAvailable(toNet)) {
                write();
            }
        }

        private void close(int code, String reason) {
            if (closing) {
                return;
            }
            closing = true;
            urgent = WebSocketWriter.close(code, reason);
            if (!isClosed(fromHandler)) {
                cancel(fromHandler);
            }
            if (!isClosed(toHandler)) {
                complete(toHandler);
            }
            scheduleOnce(ABORT, CLOSE_PATIENCE);
            drainNet();
            if (isAvailable(toNet)) {
                write();
            }
        }

        private void write() {
            if (!waiting.isEmpty()) {
                push(toNet, waiting);
                waiting = ByteString.emptyByteString();
            } else if (!urgent.isEmpty()) {
                push(toNet, urgent);
                urgent = ByteString.emptyByteString();
                if (closing && peerClosed) {
                    completeStage();
                }
            } else if (!closing && !isClosed(fromHandler) && !hasBeenPulled(fromHandler)) {
                pull(fromHandler);
            }
        }
    }
}
