package downbeat.classes.live;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.AskPattern;
import akka.cluster.sharding.typed.ClusterShardingSettings;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.ws.WebSocketUpgrade;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.connection.CommandListener;
import downbeat.classes.live.connection.Connections;
import downbeat.classes.live.connection.JoinCheck;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.LiveCard;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.classes.live.meter.ClassMeters;
import downbeat.classes.live.meter.DoorMeters;
import downbeat.classes.live.meter.Standing;
import downbeat.classes.live.relay.Relay;
import downbeat.classes.live.relay.Surroundings;
import downbeat.classes.live.sequencer.ClassDesk;
import downbeat.classes.live.sequencer.Sequencer;
import downbeat.classes.live.socket.SocketDoor;
import downbeat.classes.plan.CuePlan;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.pop.PopAllocation;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way into running classes: their sequencers and relays, wherever in the cluster they are. */
public final class LivePlane {
    private static final EntityTypeKey<SequencerMessage> SEQUENCERS =
            EntityTypeKey.create(SequencerMessage.class, "sequencer");
    private static final EntityTypeKey<RelayMessage> RELAYS = EntityTypeKey.create(RelayMessage.class, "relay");
    private static final int SHARDS_PER_POP = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final char SEPARATOR = '|';

    private final NodeContext node;
    private final DoorMeters doors;

    private LivePlane(NodeContext node) {
        this.node = node;
        this.doors = new DoorMeters(node.metrics());
    }

    /** Runs sequencers and relays on this node, as every node does. */
    public static LivePlane start(NodeContext node, ClassDesk desk) {
        var settings = ClusterShardingSettings.create(node.system()).withNoPassivationStrategy();
        var ticker = Ticker.system();
        var standing = new Standing(node.metrics(), ticker::nanos);
        var around = Surroundings.of(node.settings().config(), node.metrics(), standing);
        var metrics = new ClassMeters(node.metrics(), standing);
        var allocation = new PopAllocation(node.system().classicSystem());
        node.sharding()
                .init(Entity.of(
                                SEQUENCERS,
                                context -> Sequencer.create(new ClassId(context.getEntityId()), ticker, desk, metrics))
                        .withSettings(settings)
                        .withAllocationStrategy(allocation));
        node.sharding()
                .init(Entity.of(RELAYS, context -> relay(node.sharding(), context.getEntityId(), ticker, around))
                        .withSettings(settings)
                        .withMessageExtractor(new RelayPlaces(SHARDS_PER_POP))
                        .withAllocationStrategy(new PopAllocation(node.system().classicSystem())));
        return new LivePlane(node);
    }

    private static Behavior<RelayMessage> relay(
            ClusterSharding sharding, String entityId, Ticker ticker, Surroundings around) {
        var end = entityId.indexOf(SEPARATOR);
        return Relay.create(
                new PopId(entityId.substring(0, end)),
                sharding.entityRefFor(SEQUENCERS, entityId.substring(end + 1)),
                ticker,
                around);
    }

    /**
     * Answers a WebSocket handshake with a connection of one device.
     *
     * @param protocol one of those the request offers
     * @param check whose join token it is
     * @param listener is told of the trainer's commands
     */
    public HttpResponse socket(WebSocketUpgrade upgrade, String protocol, JoinCheck check, CommandListener listener) {
        var connection = Connections.socket(check, listener, this::relay, Ticker.system(), doors);
        return SocketDoor.answer(upgrade, connection, protocol);
    }

    /** The relay of a class at this node's PoP. */
    RecipientRef<RelayMessage> relay(ClassId classId) {
        return node.sharding().entityRefFor(RELAYS, node.pop().value() + SEPARATOR + classId.value());
    }

    /** Opens the lobby: class time zero. Harmless when it is open. */
    public CompletionStage<LiveAnswer> open(ClassId classId, CuePlan plan) {
        var epoch = "e" + UUID.randomUUID().toString().replace("-", "");
        return control(classId, new LiveCommand.Open(epoch, plan));
    }

    /** A command in the trainer's or the house's name; the caller has checked whose it is. */
    public CompletionStage<LiveAnswer> control(ClassId classId, LiveCommand command) {
        return ask(classId, replyTo -> new SequencerMessage.Do(command, null, replyTo));
    }

    /** Tells a running class that its devices should fetch ahead something else than before; harmless when it does not run. */
    public void assetsChanged(ClassId classId) {
        sequencer(classId).tell(new SequencerMessage.AssetsChanged());
    }

    /** Tells a running class how a drop of it goes; harmless when it does not run. See {@link SequencerMessage.DropNews}. */
    public void dropNews(ClassId classId, String drop, String json, boolean pending) {
        sequencer(classId).tell(new SequencerMessage.DropNews(drop, json, pending));
    }

    /** Tells a running class that somebody came into a room of it or went out; harmless when it does not run. */
    void roomChanged(ClassId classId) {
        sequencer(classId).tell(new SequencerMessage.RoomChanged());
    }

    /** What there is to see of a class; its epoch is null when it is not running. */
    public CompletionStage<LiveCard> show(ClassId classId) {
        return ask(classId, SequencerMessage.Show::new);
    }

    /** Lets a class that was running before a restart go on, whether or not anybody comes back to it. */
    void wake(ClassId classId) {
        sequencer(classId).tell(new SequencerMessage.Show(node.system().ignoreRef()));
    }

    /**
     * Completes when devices can connect to the class. It opens by itself once the journal's reaction has heard of the
     * lobby; whoever is faster than that opens it.
     *
     * @param card of a class whose lobby is open
     * @param member who is about to be handed a join token; null when nobody is who counts
     */
    public CompletionStage<LiveAnswer> ready(ClassId classId, ClassCard card, @Nullable ParticipantId member) {
        return expect(classId, member)
                .thenCompose(answer -> answer instanceof LiveAnswer.Refused
                        ? open(classId, LivePart.planOf(card)).thenCompose(opened -> expect(classId, member))
                        : CompletableFuture.completedStage(answer));
    }

    private CompletionStage<LiveAnswer> expect(ClassId classId, @Nullable ParticipantId member) {
        return ask(classId, replyTo -> new SequencerMessage.Expect(member, replyTo));
    }

    private RecipientRef<SequencerMessage> sequencer(ClassId classId) {
        return node.sharding().entityRefFor(SEQUENCERS, classId.value());
    }

    private <A> CompletionStage<A> ask(ClassId classId, Function<ActorRef<A>, SequencerMessage> message) {
        return AskPattern.ask(
                sequencer(classId), message::apply, PATIENCE, node.system().scheduler());
    }
}
