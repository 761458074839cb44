package downbeat.cluster.entity;

import akka.actor.typed.ActorRef;
import downbeat.kernel.Decider;
import downbeat.kernel.Decision;
import downbeat.kernel.Outcome;
import downbeat.kernel.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands decided together on the evolving state, with one {@code now}, and what each caller will hear once the commit
 * is durable. Even a refusal waits: it may rest on a fact of the same commit.
 */
final class Batch<C, E, S, R> {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    /** @param viewer who is shown what came of it; null for nobody */
    private record Reply(
            ActorRef<Answer> to, Answer answer, @Nullable String viewer) {}

    private final AggregateCodec<C, E, S, R, ?> codec;
    private final Decider<C, E, S, R> decider;
    private final Held<S, R> before;
    private final Instant now;
    private S state;
    private final List<E> events = new ArrayList<>();
    private final Map<String, Answers.Remembered<R>> answers = new HashMap<>();
    private final List<Reply> replies = new ArrayList<>();

    private Batch(AggregateCodec<C, E, S, R, ?> codec, Held<S, R> before, Instant now) {
        this.codec = codec;
        this.decider = codec.aggregate().decider();
        this.before = before;
        this.now = now;
        this.state = before.state();
    }

    static <C, E, S, R> Batch<C, E, S, R> decide(
            AggregateCodec<C, E, S, R, ?> codec, Held<S, R> before, List<EntityMessage.Ask> asks, Instant now) {
        Batch<C, E, S, R> batch = new Batch<>(codec, before, now);
        if (batch.lapsed()) {
            asks.forEach(batch::decide);
        } else {
            asks.forEach(batch::turnAway);
        }
        return batch;
    }

    /** What time has caused; false if the rules fail at it: deciding on a state that should be over could oversell. */
    private boolean lapsed() {
        try {
            add(decider.lapse(state, now));
            return true;
        } catch (RuntimeException e) {
            LOG.error("{} failed at what time has caused: a defect in its rules", codec.name(), e);
            return false;
        }
    }

    private void turnAway(EntityMessage.Ask ask) {
        replies.add(new Reply(
                ask.replyTo(),
                new Answer.Unavailable(codec.name() + " failed at its deadline; nothing changed."),
                null));
    }

    /** Empty if nothing became fact: then there is nothing to wait for. */
    Optional<Commit<E, R>> commit() {
        return events.isEmpty() && answers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Commit<>(
                        now,
                        before.facts() + 1,
                        List.copyOf(events),
                        List.copyOf(answers.values()),
                        decider.deadline(state)));
    }

    S state() {
        return state;
    }

    int size() {
        return replies.size();
    }

    /** @param views how what came of it shows to a viewer; empty where it cannot be shown */
    void answer(ShellMetrics metrics, Function<String, Optional<?>> views) {
        replies.forEach(reply -> {
            metrics.answered(reply.answer());
            reply.to().tell(shown(reply, views));
        });
    }

    private static Answer shown(Reply reply, Function<String, Optional<?>> views) {
        return reply.viewer() != null
                        && reply.answer()
                                instanceof Answer.Decided(String aggregate, Outcome.Accepted<?> accepted, var view)
                ? new Answer.Decided(aggregate, accepted, views.apply(reply.viewer()))
                : reply.answer();
    }

    void fail(String sentence, ShellMetrics metrics) {
        replies.forEach(reply -> {
            var answer = new Answer.Unavailable(sentence);
            metrics.answered(answer);
            reply.to().tell(answer);
        });
    }

    private void decide(EntityMessage.Ask ask) {
        replies.add(new Reply(ask.replyTo(), answer(ask), ask.viewer()));
    }

    private Answer answer(EntityMessage.Ask ask) {
        try {
            C command = codec.aggregate().command().cast(ask.command());
            return new Answer.Decided(
                    codec.name(),
                    ask.key() == null
                            ? decided(command, ask.seen())
                            : decided(command, ask.seen(), ask.key().value()));
        } catch (RuntimeException e) {
            LOG.error(
                    "{} failed on {}: a defect in its rules",
                    codec.name(),
                    ask.command().getClass().getSimpleName(),
                    e);
            return new Answer.Unavailable(codec.name() + " failed on this command; nothing changed.");
        }
    }

    private Outcome<R> decided(C command, Seen seen) {
        Optional<Outdated> outdated = outdated(command, seen);
        return outdated.isPresent() ? Outcome.refused(outdated.get()) : decided(command);
    }

    /** Judged on the state that the commands before it in the batch have made. */
    private Optional<Outdated> outdated(C command, Seen seen) {
        if (seen instanceof Seen.Anything) {
            return Optional.empty();
        }
        Version present = decider.version(state, command)
                .orElseThrow(() -> new IllegalStateException("there are no versions of what this command edits"));
        return seen.fits(present) ? Optional.empty() : Optional.of(new Outdated(present));
    }

    private Outcome<R> decided(C command) {
        return switch (decider.decide(state, command, now)) {
            case Decision.Accept<E, R>(List<E> caused, R reply) -> {
                add(caused);
                yield Outcome.accepted(reply);
            }
            case Decision.Refuse<E, R>(var refusal) -> Outcome.refused(refusal);
        };
    }

    private Outcome<R> decided(C command, Seen seen, String key) {
        String fingerprint = codec.fingerprint(command);
        Answers.Remembered<R> known = answers.containsKey(key)
                ? answers.get(key)
                : before.answers().find(key).orElse(null);
        if (known != null) {
            return known.fingerprint().equals(fingerprint)
                    ? Outcome.accepted(known.reply())
                    : Outcome.refused(new KeyReused(key));
        }
        Outcome<R> outcome = decided(command, seen);
        if (outcome instanceof Outcome.Accepted<R>(R reply)) {
            answers.put(key, new Answers.Remembered<>(key, fingerprint, reply, now));
        }
        return outcome;
    }

    /** All or nothing: if evolving fails, neither the state nor the events have changed. */
    private void add(List<E> caused) {
        S next = state;
        for (E event : caused) {
            next = decider.evolve(next, event);
        }
        state = next;
        events.addAll(caused);
    }
}
