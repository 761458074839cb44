package downbeat.classes.live.bio;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.frame.BioFrames;
import downbeat.cluster.wire.Json;
import downbeat.kernel.ParticipantId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What one second of biofeedback costs, in process and on one thread: every member says its readings once, the relay makes its
 * rows, the sequencer merges them, and both forms of the push are rendered; then, apart, the rows as bytes for another node.
 * Arguments: numbers of members. Rounds without a count go before, until the compiler is done.
 */
final class BoardBenchmark {
    private static final int WARM = 400;
    private static final int ROUNDS = 400;

    private final Board board = new Board();
    private final List<Board.Person> people;
    private final Random random = new Random(1);
    private int rendered;

    private BoardBenchmark(int members) {
        people = IntStream.range(0, members)
                .mapToObj(n -> new Board.Person(new ParticipantId("member-" + n), "Member " + n))
                .toList();
    }

    public static void main(String[] args) throws IOException {
        var system = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                Locale.ROOT,
                "%s, %s %s, %d cores, load %.2f, %s, %d rounds after %d%n%n",
                Instant.now(),
                system.getName(),
                system.getVersion(),
                system.getAvailableProcessors(),
                system.getSystemLoadAverage(),
                System.getProperty("java.runtime.version"),
                ROUNDS,
                WARM);
        System.out.println("| members | one second p50 ms | p99 ms | per member µs | rows as CBOR p50 ms | rows KB |");
        System.out.println("|---|---|---|---|---|---|");
        var sizes = args.length == 0 ? new String[] {"500", "2000"} : args;
        for (var size : sizes) {
            new BoardBenchmark(Integer.parseInt(size)).measure();
        }
    }

    private void measure() throws IOException {
        var seconds = new double[ROUNDS];
        var encodings = new double[ROUNDS];
        var bytes = 0;
        for (var round = -WARM; round < ROUNDS; round++) {
            var now = ClassTime.ofMillis(1_000.0 * (round + WARM));
            var begin = System.nanoTime();
            var rows = second(now);
            var end = System.nanoTime();
            bytes = Json.cbor().writeValueAsBytes(rows).length;
            if (round >= 0) {
                seconds[round] = (end - begin) / 1e6;
                encodings[round] = (System.nanoTime() - end) / 1e6;
            }
        }
        Arrays.sort(seconds);
        Arrays.sort(encodings);
        var p50 = seconds[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "| %d | %.2f | %.2f | %.2f | %.2f | %d |%n",
                people.size(),
                p50,
                seconds[ROUNDS * 99 / 100],
                1_000 * p50 / people.size(),
                encodings[ROUNDS / 2],
                bytes / 1_024);
        if (rendered == 0) {
            throw new IllegalStateException("nothing was rendered");
        }
    }

    private List<BioRow> second(ClassTime now) {
        for (var person : people) {
            var reading = Reading.of(100 + random.nextInt(90), 80 + random.nextInt(30), 150 + random.nextInt(150), 10);
            board.take(person.member(), reading, now.minus(Duration.ofMillis(random.nextInt(1_000))));
        }
        var rows = board.rows(people, member -> Shares.ALL);
        var sheet = Sheet.of(List.of(rows), member -> null, "b-1", Metric.HR, now);
        rendered += BioFrames.whole(sheet).toString().length()
                + BioFrames.top(sheet).toString().length();
        return rows;
    }
}
