package downbeat.cluster.entity;

import static downbeat.cluster.tally.TestNodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.Command;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.World;
import downbeat.kernel.Outcome;
import downbeat.kernel.Refusal;
import downbeat.kernel.Version;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The shell as its callers see it, on a real node; once on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShellContract {

    private static final String ROWS = "SELECT COUNT(*) FROM event_journal WHERE persistence_id = 'tally|' || :id";

    private final World world;

    ShellContract(World world) {
        this.world = world;
    }

    @BeforeAll
    void start() {
        world.start();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void an_entity_counts_shows_and_refuses() {
        TallyId id = new TallyId("plain");
        assertThat(get(world.tallies().show(id))).isEmpty();
        assertThat(ask(id, new Count(3))).isEqualTo(accepted(3));
        assertThat(get(world.tallies().show(id))).contains(new Tally.Shown(3, false, 0));
        assertThat(ask(id, new Count(Tally.LIMIT)))
                .isEqualTo(Outcome.refused(new Tally.TallyRefusal.TooMuch(Tally.LIMIT)));
    }

    @Test
    void who_asks_to_see_is_shown_what_came_of_it_and_nothing_where_nothing_did() {
        TallyId id = new TallyId("seen");
        assertThat(replyAndView(id, new Count(0)))
                .isEqualTo(Outcome.accepted(new ReplyAndView<>(new Tally.Reply(0), Optional.empty())));
        assertThat(replyAndView(id, new Count(3))).isEqualTo(shown(3, 3));
        assertThat(ask(id, new Count(4))).isEqualTo(accepted(7));
        assertThat(replyAndView(id, new Count(3)))
                .as("the first answer, and how it is by now")
                .isEqualTo(shown(3, 7));
        assertThat(replyAndView(id, new Count(Tally.LIMIT)))
                .isEqualTo(Outcome.refused(new Tally.TallyRefusal.TooMuch(Tally.LIMIT)));
    }

    /** Under a key that is the command's own. */
    private Outcome<ReplyAndView<Tally.Reply, Tally.Shown>> replyAndView(TallyId id, Count command) {
        var key = Optional.of(new IdempotencyKey("by-" + command.by()));
        return get(world.tallies().askAndSee(id, command, key, "m-1"));
    }

    private static Outcome<ReplyAndView<Tally.Reply, Tally.Shown>> shown(long reply, long count) {
        return Outcome.accepted(
                new ReplyAndView<>(new Tally.Reply(reply), Optional.of(new Tally.Shown(count, false, 0))));
    }

    @Test
    void a_defect_in_the_rules_fails_its_caller_and_nobody_else() {
        TallyId id = new TallyId("defect");
        CompletionStage<Outcome<Tally.Reply>> broken = world.tallies().ask(id, new Command.Break());
        CompletionStage<Outcome<Tally.Reply>> sound = world.tallies().ask(id, new Count(1));
        assertThat(get(sound)).isEqualTo(accepted(1));
        assertThatThrownBy(() -> get(broken)).hasCauseInstanceOf(EntityUnavailable.class);
    }

    @Test
    void commands_that_arrive_during_a_write_become_one_row() throws Exception {
        TallyId id = new TallyId("grouped");
        ask(id, new Count(1));
        List<CompletionStage<Outcome<Tally.Reply>>> answers = whileWritesWait(() -> {
            List<CompletionStage<Outcome<Tally.Reply>>> asked = new ArrayList<>();
            asked.add(world.tallies().ask(id, new Count(1)));
            IntStream.range(0, 500).forEach(i -> asked.add(world.tallies().ask(id, new Count(1))));
            return asked;
        });
        assertThat(get(answers.getLast())).isInstanceOf(Outcome.Accepted.class);
        answers.forEach(answer -> assertThat(get(answer)).isInstanceOf(Outcome.Accepted.class));
        assertThat(get(world.tallies().show(id))).contains(new Tally.Shown(502, false, 0));
        // The first, the one in flight, and at most a few for the 500: a command may still have been on its way.
        assertThat(world.count(ROWS, id.value())).isBetween(3L, 6L);
    }

    @Test
    void thousands_of_reads_behind_a_slow_write_are_answered_at_once() throws Exception {
        TallyId id = new TallyId("read");
        ask(id, new Count(7));
        List<CompletionStage<Optional<Tally.Shown>>> reads = new ArrayList<>();
        CompletionStage<Outcome<Tally.Reply>> write = whileWritesWait(() -> {
            CompletionStage<Outcome<Tally.Reply>> slow = world.tallies().ask(id, new Count(1));
            IntStream.range(0, 5_000).forEach(i -> reads.add(world.tallies().show(id)));
            reads.forEach(read -> assertThat(get(read)).contains(new Tally.Shown(7, false, 0)));
            assertThat(slow.toCompletableFuture()).isNotDone();
            return slow;
        });
        assertThat(get(write)).isEqualTo(accepted(8));
    }

    @Test
    void a_repeated_key_gets_the_first_answer_even_after_a_restart() {
        TallyId id = new TallyId("keyed");
        IdempotencyKey key = new IdempotencyKey("k-1");
        assertThat(get(world.tallies().ask(id, new Count(5), key))).isEqualTo(accepted(5));
        assertThat(get(world.tallies().ask(id, new Count(5), key))).isEqualTo(accepted(5));
        ask(id, new Count(2));
        long rows = world.count(ROWS, id.value());
        world.restart();
        assertThat(get(world.tallies().ask(id, new Count(5), key))).isEqualTo(accepted(5));
        assertThat(refusal(get(world.tallies().ask(id, new Count(6), key)))).isEqualTo(new KeyReused("k-1"));
        assertThat(world.count(ROWS, id.value())).isEqualTo(rows);
        assertThat(get(world.tallies().show(id))).contains(new Tally.Shown(7, false, 0));
    }

    @Test
    void a_key_is_remembered_although_its_command_caused_nothing() {
        TallyId id = new TallyId("no-op");
        IdempotencyKey key = new IdempotencyKey("k-2");
        assertThat(get(world.tallies().ask(id, new Count(0), key))).isEqualTo(accepted(0));
        ask(id, new Count(4));
        assertThat(get(world.tallies().ask(id, new Count(0), key))).isEqualTo(accepted(0));
    }

    @Test
    void two_repeats_in_one_batch_are_one() throws Exception {
        TallyId id = new TallyId("twice");
        ask(id, new Count(1));
        IdempotencyKey key = new IdempotencyKey("k-3");
        List<CompletionStage<Outcome<Tally.Reply>>> answers = whileWritesWait(() -> List.of(
                world.tallies().ask(id, new Count(1)),
                world.tallies().ask(id, new Count(10), key),
                world.tallies().ask(id, new Count(10), key)));
        assertThat(get(answers.get(1))).isEqualTo(accepted(12));
        assertThat(get(answers.get(2))).isEqualTo(accepted(12));
    }

    @Test
    void of_two_edits_of_one_version_the_second_is_outdated() {
        TallyId id = new TallyId("edited");
        ask(id, new Count(1));
        assertThat(get(world.tallies().ask(id, new Count(4), Seen.of(Version.of(1)))))
                .isEqualTo(accepted(5));
        assertThat(refusal(get(world.tallies().ask(id, new Count(4), Seen.of(Version.of(1))))))
                .isEqualTo(new Outdated(Version.of(5)));
        assertThat(get(world.tallies().ask(id, new Count(4), new Seen.Only(List.of(Version.of(1), Version.of(5))))))
                .isEqualTo(accepted(9));
        assertThat(get(world.tallies().ask(id, new Count(1), Seen.ANYTHING))).isEqualTo(accepted(10));
        assertThat(get(world.tallies().show(id))).contains(new Tally.Shown(10, false, 0));
    }

    @Test
    void two_edits_of_one_version_in_one_batch_are_one() throws Exception {
        TallyId id = new TallyId("edited-together");
        ask(id, new Count(1));
        Seen two = Seen.of(Version.of(2));
        List<CompletionStage<Outcome<Tally.Reply>>> answers = whileWritesWait(() -> List.of(
                world.tallies().ask(id, new Count(1)),
                world.tallies().ask(id, new Count(10), two),
                world.tallies().ask(id, new Count(20), two)));
        assertThat(get(answers.get(1))).isEqualTo(accepted(12));
        assertThat(refusal(get(answers.get(2)))).isEqualTo(new Outdated(Version.of(12)));
        assertThat(world.count(ROWS, id.value())).isEqualTo(3);
    }

    @Test
    void fifty_edits_of_one_version_at_once_are_one() {
        TallyId id = new TallyId("contested");
        ask(id, new Count(1));
        List<CompletionStage<Outcome<Tally.Reply>>> answers = IntStream.range(0, 50)
                .mapToObj(i -> world.tallies().ask(id, new Count(1), Seen.of(Version.of(1))))
                .toList();
        assertThat(answers.stream().filter(answer -> get(answer).equals(accepted(2))))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> get(answer).equals(Outcome.refused(new Outdated(Version.of(2))))))
                .hasSize(49);
    }

    @Test
    void a_version_of_what_has_none_is_a_defect_that_changes_nothing() {
        TallyId id = new TallyId("versionless");
        assertThatThrownBy(() -> get(world.tallies()
                        .ask(id, new Command.Rest(Instant.now().plusSeconds(60)), Seen.of(Version.of(0)))))
                .hasCauseInstanceOf(EntityUnavailable.class);
        assertThat(get(world.tallies().show(id))).isEmpty();
    }

    @Test
    void a_deadline_fires_while_resident() {
        TallyId id = new TallyId("rests");
        ask(id, new Command.Rest(Instant.now().plusMillis(300)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(world.tallies().show(id)).orElseThrow().rests() == 1);
    }

    @Test
    void a_deadline_fires_after_a_restart_though_nobody_calls() {
        TallyId id = new TallyId("forgotten");
        ask(id, new Command.Rest(Instant.now().plusSeconds(5)));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        world.count("SELECT COUNT(*) FROM entity_deadline WHERE entity_id = :id", id.value()) == 1);
        world.restart();
        // Only the database is looked at: asking the entity would wake it.
        await().atMost(Duration.ofSeconds(40)).until(() -> world.count(ROWS, id.value()) == 2);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        world.count("SELECT COUNT(*) FROM entity_deadline WHERE entity_id = :id", id.value()) == 0);
    }

    @Test
    void a_snapshot_and_what_came_after_it_are_read_again() {
        TallyId id = new TallyId("long");
        IdempotencyKey early = new IdempotencyKey("early");
        get(world.tallies().ask(id, new Count(1), early));
        for (int i = 0; i < 520; i++) {
            ask(id, new Count(1));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        world.count("SELECT COUNT(*) FROM snapshot WHERE persistence_id = 'tally|' || :id", id.value())
                                == 1);
        world.restart();
        assertThat(get(world.tallies().show(id))).contains(new Tally.Shown(521, false, 0));
        assertThat(get(world.tallies().ask(id, new Count(1), early))).isEqualTo(accepted(1));
    }

    /** Runs {@code step} while nothing can be written to the journal, as on a very slow disk. */
    private <T> T whileWritesWait(Callable<T> step) throws Exception {
        boolean h2 = world instanceof World.H2;
        try (Connection blocker = world.connect();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(h2);
            statement.execute(h2 ? "SET EXCLUSIVE 1" : "LOCK TABLE event_journal IN SHARE MODE");
            T result = step.call();
            statement.execute(h2 ? "SET EXCLUSIVE 0" : "ROLLBACK");
            return result;
        }
    }

    private Outcome<Tally.Reply> ask(TallyId id, Command command) {
        return get(world.tallies().ask(id, command));
    }

    private static Outcome<Tally.Reply> accepted(long count) {
        return Outcome.accepted(new Tally.Reply(count));
    }

    private static Refusal refusal(Outcome<Tally.Reply> outcome) {
        return outcome.fold(
                reply -> {
                    throw new AssertionError("accepted with " + reply);
                },
                refusal -> refusal);
    }
}
