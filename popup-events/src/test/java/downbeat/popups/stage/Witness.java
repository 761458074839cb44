package downbeat.popups.stage;

import akka.Done;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.cluster.reaction.Reaction;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.PopUps;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sees what becomes fact without asking anybody: asking a pop-up would wake it. */
public final class Witness implements Part, Reaction<PopUpEvent> {
    private final List<Recorded<PopUpEvent>> seen = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "witness-of-pop-ups";
    }

    @Override
    public List<Schema> schemas() {
        return List.of();
    }

    @Override
    public void start(NodeContext node) {
        node.reaction(PopUps.AGGREGATE, this);
    }

    @Override
    public CompletionStage<Done> on(Recorded<PopUpEvent> fact) {
        seen.add(fact);
        return CompletableFuture.completedStage(Done.getInstance());
    }

    public List<PopUpEvent> of(PopUpId id) {
        return seen.stream()
                .filter(fact -> fact.entityId().equals(id.value()))
                .map(Recorded::event)
                .toList();
    }
}
