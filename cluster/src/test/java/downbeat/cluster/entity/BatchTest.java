package downbeat.cluster.entity;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.kernel.Outcome;
import downbeat.kernel.Version;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Commands decided together, whatever versions their authors have seen. */
class BatchTest {
    private static final AggregateCodec<Tally.Command, Tally.Event, Tally, Tally.Reply, Tally.Shown> CODEC =
            new AggregateCodec<>(Tally.AGGREGATE);
    private static final ShellMetrics METRICS = new ShellMetrics("tally", new SimpleMeterRegistry());
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Property
    void each_version_is_edited_once_and_every_edit_rests_on_the_one_before(
            @ForAll @Size(max = 30) List<@IntRange(max = 8) Integer> seen) {
        TestInbox<Answer> inbox = TestInbox.create();
        List<EntityMessage.Ask> asks = seen.stream()
                .map(version -> new EntityMessage.Ask(
                        "tally", new Count(1), null, Seen.of(Version.of(version)), null, inbox.getRef()))
                .toList();
        Held<Tally, Tally.Reply> before = new Held<>(new Tally(0, Optional.empty(), 0), new Answers<>(), 0);
        Batch<Tally.Command, Tally.Event, Tally, Tally.Reply> batch = Batch.decide(CODEC, before, asks, NOW);
        batch.answer(METRICS, viewer -> Optional.empty());

        long count = 0;
        List<Answer> answers = inbox.getAllReceived();
        for (int i = 0; i < seen.size(); i++) {
            boolean fits = seen.get(i) == count;
            count += fits ? 1 : 0;
            Outcome<?> expected =
                    fits ? Outcome.accepted(new Tally.Reply(count)) : Outcome.refused(new Outdated(Version.of(count)));
            assertThat(answers.get(i)).isEqualTo(new Answer.Decided("tally", expected));
        }
        assertThat(batch.state().count()).isEqualTo(count);
        assertThat(batch.commit().map(commit -> commit.events().size()).orElse(0))
                .isEqualTo((int) count);
    }

    @Test
    void only_who_asks_to_see_and_is_accepted_is_shown_what_came_of_it() {
        TestInbox<Answer> inbox = TestInbox.create();
        List<EntityMessage.Ask> asks = List.of(
                new EntityMessage.Ask("tally", new Count(1), null, Seen.ANYTHING, "m-1", inbox.getRef()),
                new EntityMessage.Ask("tally", new Count(Tally.LIMIT), null, Seen.ANYTHING, "m-2", inbox.getRef()),
                new EntityMessage.Ask("tally", new Count(1), null, inbox.getRef()));
        Held<Tally, Tally.Reply> before = new Held<>(new Tally(0, Optional.empty(), 0), new Answers<>(), 0);
        Batch.decide(CODEC, before, asks, NOW).answer(METRICS, viewer -> Optional.of("seen by " + viewer));
        assertThat(inbox.getAllReceived())
                .containsExactly(
                        new Answer.Decided("tally", Outcome.accepted(new Tally.Reply(1)), Optional.of("seen by m-1")),
                        new Answer.Decided("tally", Outcome.refused(new Tally.TallyRefusal.TooMuch(Tally.LIMIT))),
                        new Answer.Decided("tally", Outcome.accepted(new Tally.Reply(2))));
    }

    @Property(tries = 50)
    void a_repeat_under_its_key_gets_the_first_answer_though_its_version_is_gone(
            @ForAll @IntRange(min = 2, max = 10) int times) {
        TestInbox<Answer> inbox = TestInbox.create();
        List<EntityMessage.Ask> asks = IntStream.range(0, times)
                .mapToObj(n -> new EntityMessage.Ask(
                        "tally", new Count(1), new IdempotencyKey("k"), Seen.of(Version.of(0)), null, inbox.getRef()))
                .toList();
        Held<Tally, Tally.Reply> before = new Held<>(new Tally(0, Optional.empty(), 0), new Answers<>(), 0);
        Batch.decide(CODEC, before, asks, NOW).answer(METRICS, viewer -> Optional.empty());
        assertThat(inbox.getAllReceived().stream().collect(Collectors.toSet()))
                .containsExactly(new Answer.Decided("tally", Outcome.accepted(new Tally.Reply(1))));
    }
}
