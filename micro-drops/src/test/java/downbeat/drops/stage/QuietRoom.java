package downbeat.drops.stage;

import downbeat.classes.live.LivePlane;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.message.NextClass;
import downbeat.classes.live.message.RoomNow;
import downbeat.classes.live.sequencer.ClassDesk;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.kernel.ClassId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A live plane with nobody in it: classes are led through their aggregate alone. */
public final class QuietRoom implements Part, ClassDesk {

    @Override
    public String name() {
        return "quiet-room";
    }

    @Override
    public List<Schema> schemas() {
        return List.of();
    }

    @Override
    public void start(NodeContext node) {
        node.offer(LivePlane.class, LivePlane.start(node, this));
    }

    @Override
    public void begun(ClassId classId) {}

    @Override
    public void closing(ClassId classId) {}

    @Override
    public CompletionStage<Optional<NextClass>> next(ClassId classId) {
        return CompletableFuture.completedStage(Optional.empty());
    }

    @Override
    public CompletionStage<Boolean> finished(ClassId classId, Score score) {
        return CompletableFuture.completedStage(true);
    }

    @Override
    public CompletionStage<String> assets(ClassId classId) {
        return CompletableFuture.completedStage("{\"rev\":0,\"assets\":[]}");
    }

    @Override
    public CompletionStage<RoomNow> room(ClassId classId) {
        return CompletableFuture.completedStage(new RoomNow(List.of(), 0));
    }
}
