package downbeat.cluster.structure.twins.left;

import downbeat.cluster.structure.twins.right.Right;

/** One half of a cycle. */
public record Left(java.util.Optional<Right> other) {
    Right right() {
        return other.orElseThrow();
    }
}
