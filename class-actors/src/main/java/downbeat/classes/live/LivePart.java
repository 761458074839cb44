package downbeat.classes.live;

import akka.Done;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.participant.entity.Participants;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.cluster.reaction.Reaction;
import downbeat.kernel.ClassId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The live plane's contribution to a node: offers the {@link LivePlane}, and follows the life of every class. A part before it
 * offers the {@link ClassAssets}.
 */
public final class LivePart implements Part {

    @Override
    public String name() {
        return "live";
    }

    @Override
    public List<Schema> schemas() {
        return List.of();
    }

    @Override
    public void start(NodeContext node) {
        var classes = node.find(LiveClasses.class);
        var desk = new LiveDesk(
                classes, node.find(Participants.class), node.find(ClassAssets.class), node.system(), node.clock());
        var plane = LivePlane.start(node, desk);
        node.offer(LivePlane.class, plane);
        node.reaction(LiveClasses.AGGREGATE, new FollowTheClass(classes, plane));
        WakeRunningClasses.start(node, plane);
    }

    /** Opens the sequencer with the lobby, tells it of the room, and ends it when the class is over by time or cancelled. */
    record FollowTheClass(LiveClasses classes, LivePlane plane) implements Reaction<LiveClassEvent> {

        @Override
        public String name() {
            return "live-follows-class";
        }

        @Override
        public CompletionStage<Done> on(Recorded<LiveClassEvent> fact) {
            var classId = new ClassId(fact.entityId());
            return switch (fact.event()) {
                case LiveClassEvent.LobbyOpened opened -> open(classId);
                case LiveClassEvent.ClassEnded ended -> tell(classId, new LiveCommand.Close("house-close"));
                case LiveClassEvent.ClassCancelled cancelled -> tell(classId, new LiveCommand.End());
                case LiveClassEvent.StaysNoted noted -> roomChanged(classId);
                case LiveClassEvent.UnnamedCounted counted -> roomChanged(classId);
                default -> CompletableFuture.completedStage(Done.getInstance());
            };
        }

        private CompletionStage<Done> open(ClassId classId) {
            return classes.show(classId)
                    .thenCompose(card -> card.map(c -> plane.open(classId, planOf(c)))
                            .orElseGet(() -> CompletableFuture.completedStage(new LiveAnswer.Done())))
                    .thenApply(answer -> Done.getInstance());
        }

        private CompletionStage<Done> roomChanged(ClassId classId) {
            plane.roomChanged(classId);
            return CompletableFuture.completedStage(Done.getInstance());
        }

        private CompletionStage<Done> tell(ClassId classId, LiveCommand command) {
            return plane.control(classId, command).thenApply(answer -> Done.getInstance());
        }
    }

    /** A class without a cue plan is one free stretch of its length. */
    static CuePlan planOf(ClassCard card) {
        return card.plan().orElseGet(() -> {
            var free = new Segment(
                    0,
                    SegmentKind.FREE,
                    Duration.ZERO,
                    Duration.between(card.start(), card.end()),
                    Optional.empty(),
                    OptionalInt.empty(),
                    card.details().title());
            return CuePlan.of(card.details().title(), "", List.of(free), List.of());
        });
    }
}
