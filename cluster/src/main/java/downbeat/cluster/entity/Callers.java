package downbeat.cluster.entity;

import akka.actor.typed.ActorRef;
import downbeat.kernel.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Those whose commands wait for an entity to decide. Owned by its front. */
final class Callers {

    private final String aggregate;
    private final ShellMetrics metrics;
    private final Queue<EntityMessage.Ask> waiting = new ArrayDeque<>();

    Callers(String aggregate, ShellMetrics metrics) {
        this.aggregate = aggregate;
        this.metrics = metrics;
    }

    int waiting() {
        return waiting.size();
    }

    boolean areWaiting() {
        return !waiting.isEmpty();
    }

    void await(EntityMessage.Ask ask) {
        waiting.add(ask);
    }

    /** The first of those who wait. */
    List<EntityMessage.Ask> next(int most) {
        List<EntityMessage.Ask> together = new ArrayList<>();
        while (!waiting.isEmpty() && together.size() < most) {
            together.add(waiting.remove());
        }
        return together;
    }

    void turnAway(EntityMessage.Ask ask, String sentence) {
        answer(ask.replyTo(), new Answer.Unavailable(sentence));
    }

    void turnAwayWhoWaits(String sentence) {
        next(Integer.MAX_VALUE).forEach(ask -> turnAway(ask, sentence));
    }

    /** Whoever the entity was has been erased. */
    void answerGone(ActorRef<Answer> replyTo) {
        answer(replyTo, new Answer.Decided(aggregate, Outcome.refused(new Gone())));
    }

    void answerGoneToWhoWaits() {
        next(Integer.MAX_VALUE).forEach(ask -> answerGone(ask.replyTo()));
    }

    private void answer(ActorRef<Answer> replyTo, Answer answer) {
        metrics.answered(answer);
        replyTo.tell(answer);
    }
}
