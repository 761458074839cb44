package downbeat.classes.rig.figures;

import java.util.List;
import java.util.Optional;

/** Everything that one check of a rig found out; what it could not find out is empty. */
public record Figures(
        Optional<Camera> camera,
        Optional<Microphone> microphone,
        Optional<Battery> battery,
        Optional<Link> link,
        List<PopTrip> pops,
        Optional<AudioDelay> audio) {
    /** More PoPs than any installation has. */
    public static final int MOST_POPS = 64;

    public Figures {
        pops = List.copyOf(pops);
        if (pops.size() > MOST_POPS) {
            throw new IllegalArgumentException("pops must be at most " + MOST_POPS);
        }
        if (pops.stream().map(PopTrip::pop).distinct().count() < pops.size()) {
            throw new IllegalArgumentException("pops must not name one twice");
        }
    }
}
