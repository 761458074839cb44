package downbeat.web.rehearse.drop;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.rehearse.report.Percentiles;
import downbeat.web.rehearse.stage.ApiException;
import downbeat.web.rehearse.stage.DropApi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;

/**
 * Every member claims at the same instant, in the ways people and their networks do: one in three presses again under the same key
 * as if no answer had come, one in four tries again from another device under a key of its own, and whoever is told to come again
 * does. Answers are timed from the common instant on: who is made to wait before asking waited too.
 */
final class Rush {
    private static final int PRESSES_AGAIN = 3;
    private static final int OTHER_DEVICE = 4;
    private static final int ATTEMPTS = 20;
    private static final long HIGHEST_MICROS = 600_000_000L;

    private final DropApi api;
    private final String drop;
    private final List<String> members;
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();

    Rush(DropApi api, String drop, List<String> members) {
        this.api = api;
        this.drop = drop;
        this.members = members;
    }

    /** Lets everybody go at once and waits for all. */
    List<Attempt> run() {
        var start = new CountDownLatch(1);
        var began = new long[1];
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int member = 0; member < members.size(); member++) {
                int index = member;
                threads.execute(() -> {
                    await(start);
                    act(index, began[0]);
                });
            }
            began[0] = System.nanoTime();
            start.countDown();
        }
        return List.copyOf(attempts);
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act(int member, long began) {
        String key = "phone-" + member;
        claim(member, key, began);
        if (member % PRESSES_AGAIN == 0) {
            claim(member, key, System.nanoTime());
        }
        if (member % OTHER_DEVICE == 0) {
            claim(member, "tablet-" + member, System.nanoTime());
        }
    }

    private void claim(int member, String key, long intended) {
        for (int n = 0; n < ATTEMPTS; n++) {
            var attempt = once(member, key, intended);
            attempts.add(attempt);
            boolean again = attempt.status() == 0 || attempt.status() == 429 || attempt.status() == 503;
            if (!again) {
                return;
            }
            pause();
        }
    }

    private Attempt once(int member, String key, long intended) {
        try {
            var answer = api.claim(members.get(member), drop, key);
            return new Attempt(
                    member,
                    key,
                    answer.status(),
                    answer.status() == 201 ? answer.body().path("claimId").asText() : "",
                    System.nanoTime() - intended);
        } catch (ApiException noAnswer) {
            return new Attempt(member, key, 0, "", System.nanoTime() - intended);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param nameOf what the server calls a member, by index */
    static List<KeptClaim> kept(List<JsonNode> rows, List<String> nameOf) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < nameOf.size(); i++) {
            index.put(nameOf.get(i), i);
        }
        return rows.stream()
                .map(row -> new KeptClaim(
                        row.path("claimId").asText(),
                        index.getOrDefault(row.path("name").asText(), KeptClaim.NOBODY),
                        row.path("units").asInt(),
                        row.path("status").asText().equals("RELEASED")))
                .toList();
    }

    static RushReport report(int stock, int clients, List<Attempt> attempts, Ledger.Finding finding) {
        var accepted = attempts.stream().filter(Attempt::accepted).toList();
        long last = accepted.stream()
                .filter(attempt -> attempt.key().startsWith("phone"))
                .mapToLong(Attempt::nanos)
                .max()
                .orElse(0);
        long claims = accepted.stream().map(Attempt::claimId).distinct().count();
        int unanswered = (int) attempts.stream()
                .filter(a -> a.status() == 0 || a.status() == 429 || a.status() == 503)
                .count();
        return new RushReport(
                stock,
                clients,
                attempts.size(),
                (int) claims,
                attempts.size() - accepted.size() - unanswered,
                unanswered,
                finding.oversold(),
                finding.duplicated(),
                finding.lost(),
                !finding.unbalanced(),
                last == 0 ? 0 : claims * 1e9 / last,
                percentiles(attempts));
    }

    private static Percentiles percentiles(Collection<Attempt> attempts) {
        var micros = new Histogram(HIGHEST_MICROS, 3);
        new ArrayList<>(attempts)
                .stream()
                        .filter(attempt -> attempt.status() != 0)
                        .forEach(attempt ->
                                micros.recordValue(Math.min(HIGHEST_MICROS, Math.max(1, attempt.nanos() / 1000))));
        return Percentiles.of(micros);
    }
}
