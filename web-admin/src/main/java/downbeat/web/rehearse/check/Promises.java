package downbeat.web.rehearse.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every cue that was acknowledged to the trainer, with the position it was promised. Not thread-safe. */
public final class Promises {
    private final String trainer;
    private final Map<String, Long> offsets = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    public Promises(String trainer) {
        this.trainer = trainer;
    }

    /** The trainer was told that the cue is safe. The same cue may be acknowledged again, at the same position. */
    public void acknowledged(String cueId, long offset) {
        Long before = offsets.putIfAbsent(cueId, offset);
        if (before != null && before != offset) {
            findings.add(new Finding.PromiseChanged(trainer, cueId, before, offset));
        }
    }

    /** The highest position promised, 0 before the first. */
    public long newest() {
        return offsets.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    public Map<String, Long> offsets() {
        return Map.copyOf(offsets);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
