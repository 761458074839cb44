package downbeat.drops.reaction;

import akka.Done;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.reaction.Reaction;
import downbeat.drops.domain.DropCommand;
import downbeat.drops.domain.DropCommand.ClosePoint;
import downbeat.drops.domain.DropCommand.MovePoint;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.entity.Drops;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpEvent.PopUpCancelled;
import downbeat.popups.domain.PopUpEvent.PopUpMoved;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * A pop-up that moves takes the pickup windows at it along; one that is cancelled is no collection point any more. A move must not
 * happen twice, and so has a key; a refusal is final.
 */
public final class FollowThePopUp implements Reaction<PopUpEvent> {
    private final Drops drops;
    private final DropFinder finder;

    public FollowThePopUp(Drops drops, DropFinder finder) {
        this.drops = drops;
        this.finder = finder;
    }

    @Override
    public String name() {
        return "drops-follow-pop-ups";
    }

    @Override
    public CompletionStage<Done> on(Recorded<PopUpEvent> fact) {
        var point = new PointId(fact.entityId());
        return switch (fact.event()) {
            case PopUpMoved e ->
                tell(
                        point,
                        new MovePoint(
                                point,
                                e.to().name(),
                                Duration.between(e.before().start(), e.after().start())),
                        new IdempotencyKey("moved-" + point.value() + "-" + e.sequence()));
            case PopUpCancelled e ->
                tell(
                        point,
                        new ClosePoint(point, e.reason()),
                        new IdempotencyKey("cancelled-" + point.value() + "-" + e.sequence()));
            default -> DropFinder.nothing();
        };
    }

    private CompletionStage<Done> tell(PointId point, DropCommand command, IdempotencyKey key) {
        return finder.eachAt(point, drop -> drops.ask(drop, command, key).thenApply(outcome -> Done.getInstance()));
    }
}
