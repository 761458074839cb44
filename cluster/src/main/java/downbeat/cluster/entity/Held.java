package downbeat.cluster.entity;

import downbeat.kernel.Decider;

/**
 * Everything an entity holds: the aggregate's state, the answers it remembers, and how many facts there were.
 *
 * @param facts the sequence of the last fact, see {@link Recorded#sequence}
 */
record Held<S, R>(S state, Answers<R> answers, long facts) {

    /** The same after a commit, with the answers carried along (they are not copied). */
    <E> Held<S, R> after(Commit<E, R> commit, Decider<?, E, S, R> decider) {
        S next = state;
        for (E event : commit.events()) {
            next = decider.evolve(next, event);
        }
        return after(commit, next);
    }

    /** The same, where the next state is known already. */
    Held<S, R> after(Commit<?, R> commit, S next) {
        answers.remember(commit.answers(), commit.at());
        return new Held<>(next, answers, facts + commit.events().size());
    }
}
