package downbeat.cluster.entity;

import downbeat.kernel.Decider;
import downbeat.kernel.Refusal;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Everything the shell must know of an aggregate.
 *
 * @param name kebab-case and never changed: persistence ids, tags and tables carry it
 * @param command the sealed root of the commands. Their JSON tells repeats of an idempotency key: lists and sorted sets,
 *     since the order of a hash set differs from process to process
 * @param event the sealed root of the events; their simple names are stored
 * @param state the root of the states; stored in snapshots only
 * @param reply what an accepted command answers
 * @param shown the public read record, never the state itself
 * @param refusal the sealed root of the refusals
 * @param show what others may read of a state; empty while there is nothing to see
 * @param showTo the same with no more of what is told of people than concerns one viewer, where that is much less
 * @param personal whether each entity is a person: its rows are sealed, and it can be erased
 * @param rushed whether a crowd may ask one entity at the same instant: what follows its facts then waits a moment, so that
 *     those are answered first who wait for it
 */
public record Aggregate<C, E, S, R, V>(
        String name,
        Class<C> command,
        Class<E> event,
        Class<S> state,
        Class<R> reply,
        Class<V> shown,
        Class<? extends Refusal> refusal,
        Decider<C, E, S, R> decider,
        Function<S, Optional<V>> show,
        BiFunction<S, String, Optional<V>> showTo,
        boolean personal,
        boolean rushed) {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Aggregate {
        if (!KEBAB.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be kebab-case, but is \"" + name + "\"");
        }
    }

    public Aggregate(
            String name,
            Class<C> command,
            Class<E> event,
            Class<S> state,
            Class<R> reply,
            Class<V> shown,
            Class<? extends Refusal> refusal,
            Decider<C, E, S, R> decider,
            Function<S, Optional<V>> show) {
        this(
                name,
                command,
                event,
                state,
                reply,
                shown,
                refusal,
                decider,
                show,
                (it, viewer) -> show.apply(it),
                false,
                false);
    }

    /** The same, which shows less to one viewer than to those who run it. */
    public Aggregate<C, E, S, R, V> showingTo(BiFunction<S, String, Optional<V>> less) {
        return new Aggregate<>(
                name, command, event, state, reply, shown, refusal, decider, show, less, personal, rushed);
    }

    /** The same, where each entity is a person. */
    public Aggregate<C, E, S, R, V> ofPeople() {
        return new Aggregate<>(name, command, event, state, reply, shown, refusal, decider, show, showTo, true, rushed);
    }

    /** The same, where a crowd may come at once. */
    public Aggregate<C, E, S, R, V> ofCrowds() {
        return new Aggregate<>(
                name, command, event, state, reply, shown, refusal, decider, show, showTo, personal, true);
    }
}
