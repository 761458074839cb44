package downbeat.cluster.reaction;

import akka.Done;
import downbeat.cluster.entity.Recorded;
import java.util.concurrent.CompletionStage;

/** Does one thing because another happened, at least once: after a crash a fact may come again. */
public interface Reaction<E> {

    /** kebab-case, never changed: the position is stored under it. */
    String name();

    /**
     * Completes when the consequence has taken effect. A failed stage brings the same fact again, after a pause; facts
     * that mean nothing here complete at once. Commands sent from here carry an idempotency key made from the fact.
     */
    CompletionStage<Done> on(Recorded<E> fact);
}
