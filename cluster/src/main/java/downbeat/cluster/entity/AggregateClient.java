package downbeat.cluster.entity;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import downbeat.kernel.Id;
import downbeat.kernel.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Talks to the entities of one aggregate, wherever they are. A refusal is an answer; an outage is a stage that fails
 * with {@link EntityUnavailable} (wrapped in {@code CompletionException} after a step, as Java's stages do).
 */
public final class AggregateClient<I extends Id, C, R, V> {

    private final ClusterSharding sharding;
    private final EntityTypeKey<EntityMessage> entities;
    private final AggregateCodec<C, ?, ?, R, V> codec;
    private final Duration patience;
    private final Executor afterwards;

    AggregateClient(
            ClusterSharding sharding,
            EntityTypeKey<EntityMessage> entities,
            AggregateCodec<C, ?, ?, R, V> codec,
            Duration patience,
            Executor afterwards) {
        this.sharding = sharding;
        this.entities = entities;
        this.codec = codec;
        this.patience = patience;
        this.afterwards = afterwards;
    }

    /** Completes when the outcome, and every fact it rests on, is durable. */
    public CompletionStage<Outcome<R>> ask(I id, C command) {
        return decide(id, command, null, Seen.ANYTHING);
    }

    /**
     * The same, safe to repeat: the same key with the same command gets the first answer and changes nothing; with
     * another command it is refused with {@link KeyReused}. Accepted answers are remembered, refusals are decided anew.
     */
    public CompletionStage<Outcome<R>> ask(I id, C command, IdempotencyKey key) {
        return decide(id, command, key, Seen.ANYTHING);
    }

    /** The same for an edit of what its author has seen: refused as {@link Outdated} if that is no longer so. */
    public CompletionStage<Outcome<R>> ask(I id, C command, Seen seen) {
        return decide(id, command, null, seen);
    }

    /**
     * The same for who wants to see what comes of it as well: one message there and one back instead of two.
     * A node of an older version answers without, and is asked once more.
     *
     * @param viewer as of {@link #showTo}
     */
    public CompletionStage<Outcome<ReplyAndView<R, V>>> askAndSee(
            I id, C command, Optional<IdempotencyKey> key, String viewer) {
        return send(
                        id,
                        replyTo -> new EntityMessage.Ask(
                                codec.name(), command, key.orElse(null), Seen.ANYTHING, viewer, replyTo))
                .thenCompose(answer -> {
                    Outcome<R> outcome = outcome(answer);
                    Optional<V> view = answer instanceof Answer.Decided(var aggregate, var it, Optional<?> shown)
                            ? view(shown)
                            : Optional.empty();
                    return outcome instanceof Outcome.Accepted<R> && view.isEmpty()
                            ? showTo(id, viewer).thenApply(later -> replyAndView(outcome, later))
                            : CompletableFuture.completedFuture(replyAndView(outcome, view));
                });
    }

    private Outcome<ReplyAndView<R, V>> replyAndView(Outcome<R> outcome, Optional<V> view) {
        return outcome.map(reply -> new ReplyAndView<>(reply, view));
    }

    /** What the entity shows of its last durable state; never waits for a write. */
    public CompletionStage<Optional<V>> show(I id) {
        return show(id, 0, null);
    }

    /** The same with no more of what is told of people than concerns one viewer. */
    public CompletionStage<Optional<V>> showTo(I id, String viewer) {
        return show(id, 0, viewer);
    }

    /** The same once a fact is in it, for who has read that fact in the journal. */
    public CompletionStage<Optional<V>> show(I id, Recorded<?> fact) {
        return show(id, fact.sequence(), null);
    }

    private CompletionStage<Optional<V>> show(I id, long fact, @Nullable String viewer) {
        return send(id, replyTo -> new EntityMessage.Show(codec.name(), fact, viewer, replyTo))
                .thenApply(answer -> switch (answer) {
                    case Answer.Shown(String aggregate, Optional<?> view) -> view(view);
                    case Answer.Unavailable(String sentence) -> throw new EntityUnavailable(sentence);
                    case Answer.Decided decided ->
                        throw new IllegalStateException("asked to show, but was told " + decided);
                });
    }

    /**
     * Makes an end of everything that is stored of a person: nothing of them can be read any more, and nothing more is written.
     * Completes when that is durable; harmless when it is so already.
     */
    public CompletionStage<Done> erase(I id) {
        return send(id, replyTo -> new EntityMessage.Erase(codec.name(), replyTo))
                .thenApply(answer -> switch (answer) {
                    case Answer.Decided decided
                    when decided.outcome() instanceof Outcome.Refused<?>(Gone gone) -> Done.getInstance();
                    case Answer.Unavailable(String sentence) -> throw new EntityUnavailable(sentence);
                    default -> throw new IllegalStateException("asked to erase, but was told " + answer);
                });
    }

    private CompletionStage<Outcome<R>> decide(I id, C command, @Nullable IdempotencyKey key, Seen seen) {
        return send(id, replyTo -> new EntityMessage.Ask(codec.name(), command, key, seen, null, replyTo))
                .thenApply(this::outcome);
    }

    private Outcome<R> outcome(Answer answer) {
        return switch (answer) {
            case Answer.Decided decided ->
                decided.outcome().map(codec.aggregate().reply()::cast);
            case Answer.Unavailable(String sentence) -> throw new EntityUnavailable(sentence);
            case Answer.Shown shown -> throw new IllegalStateException("asked to decide, but was told " + shown);
        };
    }

    private Optional<V> view(Optional<?> view) {
        return view.map(codec.aggregate().shown()::cast);
    }

    private CompletionStage<Answer> send(I id, Function<ActorRef<Answer>, EntityMessage> message) {
        return sharding.entityRefFor(entities, id.value())
                .<Answer>ask(message::apply, patience)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        isTimeout(failure)
                                ? new EntityUnavailable(codec.name() + " " + id.value() + " did not answer within "
                                        + patience.toMillis() + " ms")
                                : failure))
                // What callers make of it is not made on the thread of the entity, which has others to answer.
                .thenApplyAsync(Function.identity(), afterwards);
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException;
    }
}
