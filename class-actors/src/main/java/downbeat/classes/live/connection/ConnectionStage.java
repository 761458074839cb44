package downbeat.classes.live.connection;

import akka.http.javadsl.model.ws.Message;
import akka.stream.Attributes;
import akka.stream.FlowShape;
import akka.stream.Inlet;
import akka.stream.Outlet;
import akka.stream.stage.GraphStage;
import akka.stream.stage.GraphStageLogic;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.meter.DoorMeters;

/** One socket. */
final class ConnectionStage extends GraphStage<FlowShape<Message, Message>> {

    /** What sockets stand in. */
    record Surroundings(
            JoinCheck check, CommandListener listener, RelayDirectory relays, Ticker ticker, DoorMeters metrics) {}

    private final Inlet<Message> in = Inlet.create("fromDevice");
    private final Outlet<Message> out = Outlet.create("toDevice");
    private final FlowShape<Message, Message> shape = FlowShape.of(in, out);
    private final Surroundings surroundings;

    ConnectionStage(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public FlowShape<Message, Message> shape() {
        return shape;
    }

    @Override
    public GraphStageLogic createLogic(Attributes attributes) {
        return new ConnectionLogic(shape, surroundings);
    }
}
