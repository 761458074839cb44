package downbeat.cluster.tally;

import downbeat.cluster.entity.Aggregate;
import downbeat.kernel.Decider;
import downbeat.kernel.Decision;
import downbeat.kernel.Id;
import downbeat.kernel.Ids;
import downbeat.kernel.Refusal;
import downbeat.kernel.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A small real aggregate: counts up to a limit, and a rest that was promised ends by itself. */
public record Tally(long count, Optional<Instant> restsUntil, int rests) {

    public static final int LIMIT = 1_000_000;
    public static final Aggregate<Command, Event, Tally, Reply, Shown> AGGREGATE = named("tally");
    /** The same, kept of people. */
    public static final Aggregate<Command, Event, Tally, Reply, Shown> OF_PEOPLE =
            named("person").ofPeople();

    private static Aggregate<Command, Event, Tally, Reply, Shown> named(String name) {
        return new Aggregate<>(
                name,
                Command.class,
                Event.class,
                Tally.class,
                Reply.class,
                Shown.class,
                TallyRefusal.class,
                new Rules(),
                tally -> tally.count == 0 && tally.rests == 0 && tally.restsUntil.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Shown(tally.count, tally.restsUntil.isPresent(), tally.rests)));
    }

    public record TallyId(String value) implements Id {
        public TallyId {
            Ids.check("tally id", value);
        }
    }

    public sealed interface Command {
        record Count(int by) implements Command {}

        record Rest(Instant until) implements Command {}

        record Break() implements Command {}
    }

    public sealed interface Event {
        record Counted(int by, Instant at) implements Event {}

        record RestBegan(Instant until, Instant at) implements Event {}

        record RestEnded(Instant at) implements Event {}
    }

    public record Reply(long count) {}

    public record Shown(long count, boolean resting, int rests) {}

    public sealed interface TallyRefusal extends Refusal {
        record TooMuch(long limit) implements TallyRefusal {
            @Override
            public String detail() {
                return "A tally ends at " + limit + ".";
            }
        }
    }

    private static final class Rules implements Decider<Command, Event, Tally, Reply> {
        @Override
        public Tally initial() {
            return new Tally(0, Optional.empty(), 0);
        }

        @Override
        public Decision<Event, Reply> decide(Tally tally, Command command, Instant now) {
            return switch (command) {
                case Command.Count(int by)
                when tally.count + by > LIMIT -> Decision.refuse(new TallyRefusal.TooMuch(LIMIT));
                case Command.Count(int by) when by == 0 -> Decision.accept(new Reply(tally.count));
                case Command.Count(int by) -> Decision.accept(new Reply(tally.count + by), new Event.Counted(by, now));
                case Command.Rest(Instant until) ->
                    Decision.accept(new Reply(tally.count), new Event.RestBegan(until, now));
                case Command.Break() -> throw new IllegalStateException("a defect on purpose");
            };
        }

        /** Counting edits the count; how long it rests is another matter. */
        @Override
        public Optional<Version> version(Tally tally, Command command) {
            return command instanceof Command.Count ? Optional.of(Version.of(tally.count)) : Optional.empty();
        }

        @Override
        public Tally evolve(Tally tally, Event event) {
            return switch (event) {
                case Event.Counted(int by, Instant at) -> new Tally(tally.count + by, tally.restsUntil, tally.rests);
                case Event.RestBegan(Instant until, Instant at) ->
                    new Tally(tally.count, Optional.of(until), tally.rests);
                case Event.RestEnded(Instant at) -> new Tally(tally.count, Optional.empty(), tally.rests + 1);
            };
        }

        @Override
        public Optional<Instant> deadline(Tally tally) {
            return tally.restsUntil;
        }

        @Override
        public List<Event> lapse(Tally tally, Instant now) {
            return tally.restsUntil
                    .filter(until -> !until.isAfter(now))
                    .<List<Event>>map(until -> List.of(new Event.RestEnded(now)))
                    .orElse(List.of());
        }
    }
}
