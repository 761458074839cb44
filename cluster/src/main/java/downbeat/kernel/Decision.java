package downbeat.kernel;

import java.util.List;

/**
 * What a decider says to a command.
 *
 * @param <E> events of the aggregate
 * @param <R> its reply
 */
public sealed interface Decision<E, R> {

    /** The events that are now facts, in order, possibly none, and what the caller hears. */
    record Accept<E, R>(List<E> events, R reply) implements Decision<E, R> {
        public Accept {
            events = List.copyOf(events);
        }
    }

    record Refuse<E, R>(Refusal refusal) implements Decision<E, R> {}

    @SafeVarargs
    static <E, R> Decision<E, R> accept(R reply, E... events) {
        return new Accept<>(List.of(events), reply);
    }

    static <E, R> Decision<E, R> accept(R reply, List<E> events) {
        return new Accept<>(events, reply);
    }

    static <E, R> Decision<E, R> refuse(Refusal refusal) {
        return new Refuse<>(refusal);
    }
}
