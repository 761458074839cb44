package downbeat.web.http.discovery;

import downbeat.web.http.operation.Call;
import downbeat.web.http.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the parameters of a query; what is wrong is 400 and named. */
final class Query {
    private final Call call;

    Query(Call call) {
        this.call = call;
    }

    Optional<String> text(String name, int longest) {
        var text =
                Optional.ofNullable(call.query().get(name)).map(String::strip).filter(it -> !it.isEmpty());
        if (text.isPresent() && text.get().length() > longest) {
            throw ProblemType.BAD_FIELD.at(name, "must have at most " + longest + " characters.");
        }
        return text;
    }

    /** So many numbers with commas between them. */
    Optional<double[]> numbers(String name, int many, String form) {
        return Optional.ofNullable(call.query().get(name)).map(text -> {
            try {
                var numbers = Arrays.stream(text.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                if (numbers.length == many && Arrays.stream(numbers).allMatch(Double::isFinite)) {
                    return numbers;
                }
            } catch (NumberFormatException notANumber) {
                // answered below
            }
            throw ProblemType.BAD_FIELD.at(name, "must be " + form + ".");
        });
    }

    Optional<Instant> instant(String name) {
        return Optional.ofNullable(call.query().get(name)).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException notATime) {
                throw ProblemType.BAD_FIELD.at(
                        name, "must be a time with its offset, such as 2026-12-01T18:00:00+01:00 or …Z.");
            }
        });
    }

    /** Names with commas between them, each one of those that there are. */
    <E> Set<E> among(String name, Function<String, Optional<E>> parse, E[] all, Function<E, String> word) {
        var text = call.query().get(name);
        if (text == null) {
            return Set.of();
        }
        return Arrays.stream(text.split(",", -1))
                .map(it -> parse.apply(it)
                        .orElseThrow(() -> ProblemType.BAD_FIELD.at(
                                name,
                                "must be some of "
                                        + Arrays.stream(all).map(word).collect(Collectors.joining(", "))
                                        + ", with commas between them.")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The whole query in one order, without where in the list one is: what a cursor belongs to. */
    String canonical() {
        return new TreeSet<>(call.query().entrySet().stream()
                        .filter(it -> !it.getKey().equals("cursor"))
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .toList())
                .toString();
    }
}
