package downbeat.drops.structure.twins.left;

import downbeat.drops.structure.twins.right.Right;

/** One half of a cycle. */
public record Left(java.util.Optional<Right> other) {
    Right right() {
        return other.orElseThrow();
    }
}
