package downbeat.classes.rig.domain;

import java.util.List;

/**
 * What is to be said of one part of a rig.
 *
 * @param reasons a sentence for each limit that is missed; empty when it is ready
 */
public record Finding(Item item, Verdict verdict, List<String> reasons) {
    public Finding {
        reasons = List.copyOf(reasons);
    }
}
