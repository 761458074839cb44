package downbeat.web.http.operation;

import downbeat.web.http.problem.ProblemType;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operation table. */
public final class Operations {
    private final List<Operation> all;
    private final Map<Integer, List<Operation>> bySegments;

    /** Refuses two operations of one name or of one method and path. */
    public Operations(List<Operation> all) {
        var seen = new HashSet<String>();
        for (var operation : all) {
            if (!seen.add(operation.name())
                    || !seen.add(operation.method() + " " + operation.path().text())) {
                throw new IllegalArgumentException("Declared twice: " + operation.name());
            }
        }
        // The more literal template wins: bookings/mine before bookings/{id}.
        this.all = all.stream()
                .sorted(Comparator.comparingInt((Operation o) -> o.path().literals())
                        .reversed())
                .toList();
        this.bySegments = this.all.stream()
                .collect(Collectors.groupingBy(o -> o.path().segments().size()));
    }

    public List<Operation> all() {
        return all;
    }

    /** An operation with what the holes of its path hold. */
    public record Match(Operation operation, Map<String, String> holes) {}

    /** Finds the operation, or ends the request with 404, or 405 and what is allowed. */
    public Match find(String method, List<String> segments) {
        var here = bySegments.getOrDefault(segments.size(), List.of()).stream()
                .flatMap(o -> o.path().match(segments).map(h -> new Match(o, h)).stream())
                .toList();
        if (here.isEmpty()) {
            throw Call.notFound();
        }
        Optional<Match> found =
                here.stream().filter(m -> m.operation().method().equals(method)).findFirst();
        return found.orElseThrow(() -> {
            var allowed = here.stream()
                    .map(m -> m.operation().method())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            return ProblemType.METHOD_NOT_ALLOWED
                    .saying(method + " is not taken here; " + allowed + " is.")
                    .with("Allow", allowed)
                    .asException();
        });
    }
}
