package downbeat.cluster.journal;

import static org.assertj.core.api.Assertions.assertThat;

import akka.persistence.query.EventEnvelope;
import akka.persistence.query.Offset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TagTailTest {
    private Journal journal = new Journal();
    private TagTail tail = new TagTail(it -> journal.after(it));

    @Test
    void rows_are_read_once_for_all_who_follow() {
        journal.rows(3);
        var first = new Follower(0);
        var second = new Follower(0);
        first.ask();
        second.ask();
        journal.answer();
        var late = new Follower(1);
        late.ask();
        assertThat(journal.reads)
                .as("one for two at the same time, none for one who comes later")
                .isEqualTo(1);
        assertThat(first.got).isEqualTo(second.got).containsExactly(1L, 2L, 3L);
        assertThat(late.got).containsExactly(2L, 3L);
    }

    @Test
    void one_who_is_behind_reads_alone_and_one_who_is_ahead_leads() {
        journal.rows(300);
        var ahead = new Follower(290);
        ahead.ask();
        var behind = new Follower(5);
        behind.ask();
        journal.answer();
        journal.answer();
        assertThat(ahead.got).hasSize(10).endsWith(300L);
        assertThat(behind.got).hasSize(TagTail.MOST).startsWith(6L).endsWith(105L);
    }

    @Test
    void what_cannot_be_read_is_told_to_all_who_wait_and_read_anew() {
        journal.rows(1);
        var first = tail.after(0);
        var second = tail.after(0);
        journal.fail();
        assertThat(List.of(first, second))
                .allSatisfy(it -> assertThat(it.toCompletableFuture()).isCompletedExceptionally());
        var again = new Follower(0);
        again.ask();
        journal.answer();
        assertThat(again.got).containsExactly(1L);
    }

    @Test
    void a_look_that_cannot_even_begin_is_followed_by_another() {
        var tries = new AtomicInteger();
        var broken = new TagTail(position -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("no");
            }
            return CompletableFuture.completedFuture(List.of());
        });
        assertThat(broken.after(0).toCompletableFuture()).isCompletedExceptionally();
        assertThat(broken.after(0).toCompletableFuture()).isCompletedWithValue(List.of());
    }

    /** Whatever the order in which rows come, streams ask and reads are answered or fail. */
    @Property
    void everybody_gets_every_row_once_and_in_order(@ForAll long seed) {
        journal = new Journal();
        tail = new TagTail(journal::after);
        var random = new Random(seed);
        var followers = new ArrayList<Follower>();
        for (int i = 0; i < 4; i++) {
            followers.add(new Follower(random.nextInt(3) == 0 ? random.nextInt(150) : 0));
        }
        journal.rows(150);
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(8)) {
                case 0 -> journal.rows(1 + random.nextInt(random.nextInt(10) == 0 ? 250 : 3));
                case 1, 2 -> journal.answer();
                case 3 -> journal.failOneIn(random, 5);
                default -> followers.get(random.nextInt(followers.size())).ask();
            }
        }
        for (var follower : followers) {
            while (follower.position < journal.newest) {
                follower.ask();
                journal.answer();
            }
            assertThat(follower.got)
                    .isEqualTo(LongStream.rangeClosed(follower.start + 1, journal.newest)
                            .boxed()
                            .toList());
        }
    }

    /** A stream: asks for what comes after what it has, one question at a time. */
    private final class Follower {
        final long start;
        final List<Long> got = new ArrayList<>();
        long position;
        boolean waiting;

        Follower(long start) {
            this.start = start;
            this.position = start;
        }

        void ask() {
            if (waiting) {
                return;
            }
            waiting = true;
            var unused = tail.after(position).handle((rows, failure) -> {
                waiting = false;
                if (failure == null) {
                    rows.forEach(row -> got.add(TagTail.position(row)));
                    position = got.isEmpty() ? start : got.getLast();
                }
                return null;
            });
        }
    }

    /** Answers when it is told to, with what there is by then. */
    private static final class Journal {
        private record Read(long after, CompletableFuture<List<EventEnvelope>> answer) {}

        private final Deque<Read> open = new ArrayDeque<>();
        long newest;
        int reads;

        void rows(int more) {
            newest += more;
        }

        CompletionStage<List<EventEnvelope>> after(long position) {
            reads++;
            var read = new Read(position, new CompletableFuture<>());
            open.add(read);
            return read.answer();
        }

        void answer() {
            if (!open.isEmpty()) {
                var read = open.remove();
                read.answer()
                        .complete(
                                LongStream.rangeClosed(read.after() + 1, Math.min(newest, read.after() + TagTail.MOST))
                                        .mapToObj(Journal::row)
                                        .toList());
            }
        }

        void fail() {
            if (!open.isEmpty()) {
                open.remove().answer().completeExceptionally(new CompletionException(new IllegalStateException("no")));
            }
        }

        void failOneIn(Random random, int some) {
            if (random.nextInt(some) == 0) {
                fail();
            }
        }

        private static EventEnvelope row(long number) {
            return new EventEnvelope(Offset.sequence(number), "tally|t", number, "row", 0);
        }
    }
}
