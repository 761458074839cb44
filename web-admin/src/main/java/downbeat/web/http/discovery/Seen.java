package downbeat.web.http.discovery;

import downbeat.web.http.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far somebody is in a list: by whose minute it is judged, and what they have seen. A list goes on with the best of what they
 * have not seen, so that none comes twice and none is left out, however places are sold meanwhile.
 *
 * @param minute since 1970
 * @param numbers of rows, in ascending order
 */
record Seen(int minute, int[] numbers) {
    /** After so many a reader should ask for less. */
    static final int MOST = 500;

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    static Seen nothing(Instant now) {
        return new Seen((int) (now.getEpochSecond() / 60), new int[0]);
    }

    Instant now() {
        return Instant.ofEpochSecond(60L * minute);
    }

    Seen and(int number) {
        return new Seen(
                minute,
                IntStream.concat(Arrays.stream(numbers), IntStream.of(number))
                        .sorted()
                        .toArray());
    }

    /** The minute and the steps from number to number, in base 36. */
    @Override
    public String toString() {
        return Integer.toString(minute, 36) + ","
                + IntStream.range(0, numbers.length)
                        .mapToObj(at -> Integer.toString(numbers[at] - (at == 0 ? 0 : numbers[at - 1]), 36))
                        .collect(Collectors.joining(","));
    }

    /** What {@link #toString} wrote, unless it is too long ago. */
    static Seen parse(String text, Instant now) {
        var parts = text.split(",", -1);
        var numbers = new int[parts.length - 1];
        int last = 0;
        for (int at = 0; at < numbers.length; at++) {
            last += Integer.parseInt(parts[at + 1], 36);
            numbers[at] = last;
        }
        var seen = new Seen(Integer.parseInt(parts[0], 36), numbers);
        if (seen.now().plus(GOOD_FOR).isBefore(now)) {
            throw ProblemType.BAD_CURSOR.at("cursor", "must be less than an hour old; begin the list again.");
        }
        return seen;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seen seen && seen.minute == minute && Arrays.equals(seen.numbers, numbers);
    }

    @Override
    public int hashCode() {
        return 31 * minute + Arrays.hashCode(numbers);
    }
}
