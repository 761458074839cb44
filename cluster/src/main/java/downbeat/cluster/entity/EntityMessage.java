package downbeat.cluster.entity;

import akka.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/** What an entity is told. Only {@link Remote} messages travel, in the envelopes of {@link EnvelopeSerializer}. */
sealed interface EntityMessage {

    /** What comes from anywhere in the cluster. */
    sealed interface Remote extends EntityMessage {}

    /**
     * Decide this, if what it edits is still as its author has seen it.
     *
     * @param viewer who wants to be shown what comes of it, if it is accepted; null for nobody
     */
    record Ask(
            String aggregate,
            Object command,
            @Nullable IdempotencyKey key,
            Seen seen,
            @Nullable String viewer,
            ActorRef<Answer> replyTo)
            implements Remote {
        Ask(String aggregate, Object command, @Nullable IdempotencyKey key, ActorRef<Answer> replyTo) {
            this(aggregate, command, key, Seen.ANYTHING, null, replyTo);
        }
    }

    /**
     * Show yourself.
     *
     * @param after a fact that has to be in it, by its {@link Recorded#sequence}: whoever reads the journal may have it a moment
     *     before the entity has heard that it is written; 0 for none
     * @param viewer whom it is shown to; null for those who see all of it
     */
    record Show(String aggregate, long after, @Nullable String viewer, ActorRef<Answer> replyTo) implements Remote {
        Show(String aggregate, long after, ActorRef<Answer> replyTo) {
            this(aggregate, after, null, replyTo);
        }
    }

    /** Time may have changed something. */
    record Wake(String aggregate) implements Remote {}

    /** Make an end of everything that is stored of whoever this is. */
    record Erase(String aggregate, ActorRef<Answer> replyTo) implements Remote {}

    /** Finish what is in flight and stop: the stop message of sharding. */
    record Retire() implements EntityMessage {}

    /** From the journaled child: what there is after replaying. */
    record Recovered<S, R>(Held<S, R> held) implements EntityMessage {}

    /** From the journaled child: whoever this was has been erased. */
    record Erased() implements EntityMessage {}

    /** From the journaled child: the commit is durable. */
    record Written() implements EntityMessage {}

    /** The journaled child is gone, with whatever it had not written. */
    record ChildGone() implements EntityMessage {}

    /** Whoever was going to ask again has had the time for it. */
    record Gathered(long commit) implements EntityMessage {}

    /** The deadline has come. */
    record Due() implements EntityMessage {}

    /** Try the journal again after it failed. */
    record Retry() implements EntityMessage {}
}
