package downbeat.web.http.operation;

import downbeat.web.http.problem.ProblemType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operation table. */
public final class Operations {
    /** The more literal template wins: bookings/mine before bookings/{id}. */
    private static final Comparator<Operation> MOST_LITERAL =
            Comparator.comparingInt((Operation o) -> o.path().literals()).reversed();

    private final List<Operation> all;
    private final Branch root = new Branch();

    /** Refuses two operations of one name or of one method and path. */
    public Operations(List<Operation> all) {
        var seen = new HashSet<String>();
        for (var operation : all) {
            if (!seen.add(operation.name())
                    || !seen.add(operation.method() + " " + operation.path().text())) {
                throw new IllegalArgumentException("Declared twice: " + operation.name());
            }
        }
        this.all = all.stream().sorted(MOST_LITERAL).toList();
        this.all.forEach(root::grow);
    }

    public List<Operation> all() {
        return all;
    }

    /** An operation with what the holes of its path hold. */
    public record Match(Operation operation, Map<String, String> holes) {}

    /** Finds the operation, or ends the request with 404, or 405 and what is allowed. */
    public Match find(String method, List<String> segments) {
        var here = new ArrayList<Operation>();
        root.find(segments, here);
        if (here.isEmpty()) {
            throw Call.notFound();
        }
        here.sort(MOST_LITERAL);
        var found = here.stream().filter(o -> o.method().equals(method)).findFirst();
        return found.flatMap(o -> o.path().match(segments).map(holes -> new Match(o, holes)))
                .orElseThrow(() -> {
                    var allowed = here.stream()
                            .map(Operation::method)
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", "));
                    return ProblemType.METHOD_NOT_ALLOWED
                            .saying(method + " is not taken here; " + allowed + " is.")
                            .with("Allow", allowed)
                            .asException();
                });
    }

    /** What begins with the same segments; a request is held against a handful of templates and not against all. */
    private static final class Branch {
        private final Map<String, Branch> literals = new HashMap<>();
        private final List<Operation> here = new ArrayList<>();
        private @Nullable Branch hole;

        void grow(Operation operation) {
            var end = this;
            for (var segment : operation.path().segments()) {
                end = end.next(segment);
            }
            end.here.add(operation);
        }

        private Branch next(String segment) {
            if (!PathTemplate.isHole(segment)) {
                return literals.computeIfAbsent(segment, it -> new Branch());
            }
            hole = hole == null ? new Branch() : hole;
            return hole;
        }

        void find(List<String> segments, List<Operation> found) {
            if (segments.isEmpty()) {
                found.addAll(here);
                return;
            }
            var rest = segments.subList(1, segments.size());
            var literal = literals.get(segments.getFirst());
            if (literal != null) {
                literal.find(rest, found);
            }
            if (hole != null) {
                hole.find(rest, found);
            }
        }
    }
}
