package downbeat.web.http.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.headers.RawHeader;
import downbeat.cluster.database.Database;
import downbeat.web.http.problem.Problem;
import downbeat.web.http.problem.ProblemException;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Problems;
import downbeat.web.once.RequestBook;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One idempotency key is one request, whoever comes when and whatever breaks; on both databases. */
class RepeatsTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Operation BOOK = Operation.post(
            "book",
            "/places/{id}",
            Access.ANYONE,
            Takes.JSON,
            call -> Answer.noContent().now());

    @Nested
    class OnH2 extends Contract {
        @Override
        Database open() {
            return Database.open("jdbc:h2:mem:once;DB_CLOSE_DELAY=-1", "sa", "", 8, Duration.ofSeconds(20));
        }
    }

    @Nested
    class OnPostgres extends Contract {
        @SuppressWarnings("NullAway.Init")
        private EmbeddedPostgres server;

        @Override
        Database open() throws IOException {
            server = EmbeddedPostgres.start();
            return Database.open(
                    server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", 8, Duration.ofSeconds(20));
        }

        @AfterAll
        void stop() throws IOException {
            server.close();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Contract {
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        @SuppressWarnings("NullAway.Init")
        private Database database;

        abstract Database open() throws IOException;

        @BeforeAll
        void migrate() throws IOException {
            database = open();
            database.migrate("api", "classpath:db/api");
        }

        @AfterAll
        void close() {
            database.close();
            threads.close();
        }

        /** A node whose clock stands. */
        private Repeats at(Instant now, Duration patience) {
            return new Repeats(book(now), threads, patience);
        }

        private RequestBook book(Instant now) {
            return new RequestBook(database.jdbi(), Clock.fixed(now, ZoneOffset.UTC));
        }

        @Test
        void fifty_repeats_at_once_wait_for_the_first_and_get_its_answer() {
            var runs = new AtomicInteger();
            var first = new CompletableFuture<Answer>();
            Handler handler = call -> runs.incrementAndGet() == 1 ? first : first.copy();
            var repeats = at(NOON, Duration.ofSeconds(30));
            var all = IntStream.range(0, 50)
                    .mapToObj(n -> said(repeats, call("fifty", "/places/1", "{\"a\":1}"), handler))
                    .toList();
            await().until(() -> runs.get() == 1);
            assertThat(all).noneMatch(CompletableFuture::isDone);
            first.complete(Answer.noContent());
            all.forEach(one -> assertThat(one.join()).isEqualTo(204));
            assertThat(runs).hasValue(50);
        }

        @Test
        void of_fifty_requests_at_once_under_one_key_one_is_handled() {
            var runs = new AtomicInteger();
            var gate = new CompletableFuture<Answer>();
            Handler handler = call -> {
                runs.incrementAndGet();
                return gate;
            };
            var nodes = List.of(at(NOON, Duration.ofSeconds(30)), at(NOON, Duration.ofSeconds(30)));
            var all = IntStream.range(0, 50)
                    .mapToObj(n ->
                            said(nodes.get(n % 2), call("contested", "/places/" + n % 5, "{\"a\":" + n + "}"), handler))
                    .toList();
            await().until(() -> all.stream().filter(CompletableFuture::isDone).count() == 49);
            gate.complete(Answer.noContent());
            var statuses = all.stream().map(CompletableFuture::join).toList();
            assertThat(statuses).containsOnlyOnce(204);
            assertThat(statuses.stream().filter(status -> status == 422)).hasSize(49);
            assertThat(runs).hasValue(1);
        }

        @Test
        void a_request_whose_node_is_gone_is_handled_again_when_its_time_is_over() {
            var lost = new CompletableFuture<Answer>();
            var abandoned = said(at(NOON, Duration.ZERO), call("lost", "/places/1", "{}"), call -> lost);
            await().untilAsserted(() -> {
                var problem = problem(at(NOON.plusSeconds(29), Duration.ZERO), call("lost", "/places/1", "{}"));
                assertThat(problem.code()).isEqualTo("still-in-progress");
                assertThat(problem.status()).isEqualTo(409);
                assertThat(problem.headers()).containsKey("Retry-After");
            });
            var later = at(NOON.plusSeconds(31), Duration.ZERO);
            assertThat(problem(later, call("lost", "/places/2", "{}")).code()).isEqualTo("key-reused");
            assertThat(said(later, call("lost", "/places/1", "{}"), RepeatsTest::done)
                            .join())
                    .isEqualTo(204);
            assertThat(abandoned).isNotDone();
            lost.complete(Answer.noContent());
            assertThat(said(later, call("lost", "/places/1", "{}"), RepeatsTest::done)
                            .join())
                    .isEqualTo(204);
        }

        @Test
        void of_fifty_who_find_the_request_of_a_node_that_is_gone_one_takes_it_over() {
            var abandoned =
                    said(at(NOON, Duration.ZERO), call("orphan", "/places/1", "{}"), call -> new CompletableFuture<>());
            var runs = new AtomicInteger();
            var gate = new CompletableFuture<Answer>();
            Handler handler = call -> {
                runs.incrementAndGet();
                return gate;
            };
            await().until(() -> !claimed("orphan").isEmpty());
            var later = at(NOON.plusSeconds(31), Duration.ZERO);
            var all = IntStream.range(0, 50)
                    .mapToObj(n -> said(later, call("orphan", "/places/1", "{}"), handler))
                    .toList();
            await().until(() -> all.stream().filter(CompletableFuture::isDone).count() == 49);
            assertThat(runs).hasValue(1);
            gate.complete(Answer.noContent());
            assertThat(all.stream().map(CompletableFuture::join).toList()).containsOnlyOnce(204);
            assertThat(abandoned).isNotDone();
        }

        @Test
        void what_was_refused_leaves_its_key_and_what_failed_keeps_it_for_its_repeats() {
            var node = at(NOON, Duration.ZERO);
            Handler refusing = call -> {
                throw ProblemType.BAD_FIELD.at("place", "must be a place.");
            };
            assertThat(said(node, call("refused", "/places/1", "{\"place\":1}"), refusing)
                            .join())
                    .isEqualTo(400);
            assertThat(said(node, call("refused", "/places/1", "{}"), RepeatsTest::done)
                            .join())
                    .isEqualTo(204);

            Handler failing = call -> CompletableFuture.failedStage(new TimeoutException("no answer"));
            assertThat(said(node, call("failed", "/places/1", "{}"), failing).join())
                    .isEqualTo(503);
            assertThat(said(node, call("failed", "/places/2", "{}"), RepeatsTest::done)
                            .join())
                    .isEqualTo(422);
            assertThat(said(node, call("failed", "/places/1", "{}"), RepeatsTest::done)
                            .join())
                    .isEqualTo(204);
        }

        @Test
        void a_key_that_was_answered_before_keys_were_claimed_is_still_known() {
            var old = call("old", "/places/1", "{}");
            said(at(NOON, Duration.ZERO), old, RepeatsTest::done).join();
            assertThat(claimed("old")).containsExactly(Optional.empty());
            assertThat(problem(at(NOON, Duration.ZERO), call("old", "/places/2", "{}"))
                            .code())
                    .isEqualTo("key-reused");
            book(NOON.plus(Duration.ofHours(25))).forgetOld();
            assertThat(claimed("old")).isEmpty();
        }

        /** Until when the key is claimed, if it is still there. */
        private List<Optional<Instant>> claimed(String key) {
            var stored = call(key, "/places/1", "{}").requestKey().orElseThrow();
            return database.jdbi()
                    .withHandle(h -> h.createQuery("select busy_until from request_key where request_key = :key")
                            .bind("key", stored)
                            .map((row, ctx) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant))
                            .list());
        }

        private CompletableFuture<Integer> said(Repeats repeats, Call call, Handler handler) {
            return CompletableFuture.supplyAsync(() -> repeats.once(call, handler), threads)
                    .thenCompose(answer -> answer)
                    .handle((answer, failure) -> failure == null
                            ? answer.status()
                            : Problems.of(failure).status());
        }

        private static Problem problem(Repeats repeats, Call call) {
            return repeats.once(call, RepeatsTest::done)
                    .handle((answer, failure) -> {
                        if (Problems.unwrap(failure == null ? new AssertionError("answered") : failure)
                                instanceof ProblemException said) {
                            return said.problem();
                        }
                        throw new AssertionError(failure);
                    })
                    .toCompletableFuture()
                    .join();
        }
    }

    private static CompletionStage<Answer> done(Call call) {
        return Answer.noContent().now();
    }

    private static Call call(String key, String path, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.POST(path)
                .addHeader(RawHeader.create("Idempotency-Key", key))
                .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, bytes));
        return new Call(BOOK, request, Map.of(), Map.of(), Optional.empty(), Optional.empty(), bytes, "127.0.0.1");
    }
}
