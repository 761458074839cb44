package downbeat.kernel.spec;

import downbeat.kernel.Decider;
import downbeat.kernel.Decision;
import downbeat.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Rules as sentences.
 *
 * <pre>{@code
 * DeciderSpec.of(new DropDecider(), at)
 *     .given(opened(3))
 *     .when(claim(anna))
 *     .then(claimed(anna))
 *     .replies(confirmed);
 * }</pre>
 *
 * As in the running system, what time has caused by {@code now} becomes fact before a command is decided; those facts
 * count among the events of the step. A failed expectation is an {@link AssertionError}.
 */
public final class DeciderSpec<C, E, S, R> {

    private final Decider<C, E, S, R> decider;
    private final S state;
    private final Instant now;

    private DeciderSpec(Decider<C, E, S, R> decider, S state, Instant now) {
        this.decider = decider;
        this.state = state;
        this.now = now;
    }

    public static <C, E, S, R> DeciderSpec<C, E, S, R> of(Decider<C, E, S, R> decider, Instant now) {
        return new DeciderSpec<>(decider, decider.initial(), now);
    }

    /** Adds facts to the past. */
    @SafeVarargs
    public final DeciderSpec<C, E, S, R> given(E... events) {
        return given(List.of(events));
    }

    public DeciderSpec<C, E, S, R> given(List<? extends E> events) {
        return new DeciderSpec<>(decider, evolved(state, events), now);
    }

    public DeciderSpec<C, E, S, R> at(Instant later) {
        return new DeciderSpec<>(decider, state, later);
    }

    public DeciderSpec<C, E, S, R> after(Duration passed) {
        return at(now.plus(passed));
    }

    public Step when(C command) {
        List<E> events = new ArrayList<>(decider.lapse(state, now));
        S lapsed = evolved(state, events);
        Decision<E, R> decision = decider.decide(lapsed, command, now);
        if (decision instanceof Decision.Accept<E, R>(List<E> caused, R reply)) {
            events.addAll(caused);
        }
        return new Step(events, decision);
    }

    /** Lets only time pass. */
    public Step whenTimePasses() {
        return new Step(decider.lapse(state, now), null);
    }

    public S state() {
        return state;
    }

    public Instant now() {
        return now;
    }

    private S evolved(S from, List<? extends E> events) {
        S to = from;
        for (E event : events) {
            to = decider.evolve(to, event);
        }
        return to;
    }

    /** What one command, or time alone, brought about. */
    public final class Step {

        private final List<E> events;
        private final @org.jspecify.annotations.Nullable Decision<E, R> decision;

        private Step(List<E> events, @org.jspecify.annotations.Nullable Decision<E, R> decision) {
            this.events = List.copyOf(events);
            this.decision = decision;
        }

        /** Exactly these events, in this order; none means accepted without a new fact. */
        @SafeVarargs
        public final Step then(E... expected) {
            if (decision instanceof Decision.Refuse<E, R>(Refusal refusal)) {
                throw new AssertionError("expected " + List.of(expected) + " but was refused: " + refusal);
            }
            expect("events", List.of(expected), events);
            return this;
        }

        public Step thenNothing() {
            expect("events", List.of(), events);
            return this;
        }

        public Step replies(R expected) {
            expect("reply", expected, reply());
            return this;
        }

        public Step refuses(Refusal expected) {
            expect("refusal", expected, refusal());
            return this;
        }

        public Step refuses(Class<? extends Refusal> expected) {
            expect("kind of refusal", expected, refusal().getClass());
            return this;
        }

        /** Looks at the state that results. */
        public Step leaves(Consumer<? super S> look) {
            look.accept(evolved(state, events));
            return this;
        }

        public List<E> events() {
            return events;
        }

        public R reply() {
            if (decision instanceof Decision.Accept<E, R>(List<E> caused, R reply)) {
                return reply;
            }
            throw new AssertionError("expected an acceptance but was " + decision);
        }

        public Refusal refusal() {
            if (decision instanceof Decision.Refuse<E, R>(Refusal refusal)) {
                return refusal;
            }
            throw new AssertionError("expected a refusal but was " + decision);
        }

        /** Goes on from here. */
        public DeciderSpec<C, E, S, R> and() {
            return new DeciderSpec<>(decider, evolved(state, events), now);
        }

        private static void expect(String what, Object expected, Object actual) {
            if (!Objects.equals(expected, actual)) {
                throw new AssertionError(what + "\n  expected: " + expected + "\n   but was: " + actual);
            }
        }
    }
}
