package downbeat.classes.participant.reaction;

import downbeat.classes.participant.domain.Participant;
import downbeat.classes.participant.domain.ParticipantDecider;
import downbeat.classes.participant.domain.ParticipantEvent;
import downbeat.classes.participant.entity.Participants;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.cluster.view.View;
import downbeat.kernel.ParticipantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/** Hears every fact of every participant, once. */
final class History implements Part, View<ParticipantEvent> {
    private final Map<String, List<ParticipantEvent>> facts = new ConcurrentHashMap<>();

    List<ParticipantEvent> of(ParticipantId who) {
        return new ArrayList<>(facts.getOrDefault(who.value(), List.of()));
    }

    /** What the facts make of somebody who registered. */
    Participant.Known known(ParticipantId who) {
        var decider = new ParticipantDecider();
        var state = decider.initial();
        for (var fact : of(who)) {
            state = decider.evolve(state, fact);
        }
        if (state instanceof Participant.Known known) {
            return known;
        }
        throw new AssertionError(who + " has not registered");
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public List<Schema> schemas() {
        return List.of();
    }

    @Override
    public void start(NodeContext node) {
        node.view(Participants.AGGREGATE, this);
    }

    @Override
    public void apply(Handle db, Recorded<ParticipantEvent> fact) {}

    @Override
    public void committed(Recorded<ParticipantEvent> fact) {
        facts.computeIfAbsent(fact.entityId(), id -> new CopyOnWriteArrayList<>())
                .add(fact.event());
    }
}
