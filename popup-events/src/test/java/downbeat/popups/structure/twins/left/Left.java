package downbeat.popups.structure.twins.left;

import downbeat.popups.structure.twins.right.Right;

/** One half of a cycle. */
public record Left(java.util.Optional<Right> other) {
    Right right() {
        return other.orElseThrow();
    }
}
