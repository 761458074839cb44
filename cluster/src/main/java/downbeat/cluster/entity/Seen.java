package downbeat.cluster.entity;

import downbeat.kernel.Version;
import java.util.List;

/**
 * What the author of a command has seen of what it edits. The shell judges it in the very decision, so that of two who
 * have seen the same version one is accepted and the other {@link Outdated}, however close they come.
 */
public sealed interface Seen {

    /** Whatever there is, it is to be edited. */
    Seen ANYTHING = new Anything();

    static Seen of(Version version) {
        return new Only(List.of(version));
    }

    boolean fits(Version present);

    record Anything() implements Seen {
        @Override
        public boolean fits(Version present) {
            return true;
        }
    }

    /** One of these; none of them is a version that never was. */
    record Only(List<Version> versions) implements Seen {
        public Only {
            versions = List.copyOf(versions);
        }

        @Override
        public boolean fits(Version present) {
            return versions.contains(present);
        }
    }
}
