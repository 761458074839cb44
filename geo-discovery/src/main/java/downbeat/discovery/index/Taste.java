package downbeat.discovery.index;

import java.util.Set;

/**
 * What somebody took part in before.
 *
 * @param styles as classes have them
 * @param owners whose classes and pop-ups those were
 */
public record Taste(Set<String> styles, Set<String> owners) {
    /** Nothing is known of them. */
    public static final Taste UNKNOWN = new Taste(Set.of(), Set.of());

    public Taste {
        styles = Set.copyOf(styles);
        owners = Set.copyOf(owners);
    }
}
