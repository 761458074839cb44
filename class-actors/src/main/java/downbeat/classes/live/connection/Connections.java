package downbeat.classes.live.connection;

import akka.NotUsed;
import akka.http.javadsl.model.ws.Message;
import akka.stream.javadsl.Flow;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.meter.DoorMeters;

/** Opens sockets that speak {@code cue.v1}. */
public final class Connections {
    private Connections() {}

    /**
     * The flow of one device's socket. It ends by failing with {@link downbeat.classes.live.socket.SocketClosed}, whose
     * code the socket's frame layer says to the device.
     */
    public static Flow<Message, Message, NotUsed> socket(
            JoinCheck check, CommandListener listener, RelayDirectory relays, Ticker ticker, DoorMeters metrics) {
        return Flow.fromGraph(
                new ConnectionStage(new ConnectionStage.Surroundings(check, listener, relays, ticker, metrics)));
    }
}
