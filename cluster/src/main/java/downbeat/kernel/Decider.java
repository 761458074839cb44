package downbeat.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one aggregate, pure: no clock, no randomness, no input or output. After Jérémie Chassaing's "Functional
 * Event Sourcing Decider" (2021), with time added.
 *
 * @param <C> commands, a sealed family
 * @param <E> events, a sealed family: facts that are never taken back
 * @param <S> states, immutable
 * @param <R> replies
 */
public interface Decider<C, E, S, R> {

    /** The state of an aggregate that has no events yet. */
    S initial();

    /** Says yes with events or no with a refusal. {@code now} is the only clock, in whole milliseconds. */
    Decision<E, R> decide(S state, C command, Instant now);

    /** The state after a fact. Total: it never refuses and never throws on an event that {@link #decide} produced. */
    S evolve(S state, E event);

    /**
     * The version of what this command edits, for an author who says which one they have seen; empty for a command that
     * edits nothing of that kind. What others do to other parts of the aggregate must not change it.
     */
    default Optional<Version> version(S state, C command) {
        return Optional.empty();
    }

    /** The next instant at which time alone changes something: a hold runs out, doors close. */
    default Optional<Instant> deadline(S state) {
        return Optional.empty();
    }

    /**
     * The facts that time alone has caused by {@code now}. The shell makes them facts before every decision and when the
     * deadline comes. Must make progress: after them {@link #deadline} is later than {@code now} or empty.
     */
    default List<E> lapse(S state, Instant now) {
        return List.of();
    }
}
