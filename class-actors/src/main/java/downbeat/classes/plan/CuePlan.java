package downbeat.classes.plan;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a class does when: segments without a gap between them, and the cues that go with them.
 *
 * <p>Holds: the first segment starts at zero, each starts where the one before ends, there are 1 to
 * {@value #MAX_SEGMENTS}, together at most 12 hours; cues are in the order of time, the n-th is called {@code p-n}, none
 * is after the end.
 *
 * @param title 1 to 200 characters
 * @param description up to 4000 characters
 * @param sport of plans kept before there was a choice, the bike
 */
public record CuePlan(String title, String description, Sport sport, List<Segment> segments, List<PlannedCue> cues) {
    public static final int MAX_TITLE = 200;
    public static final int MAX_DESCRIPTION = 4000;
    public static final int MAX_SEGMENTS = 2000;
    public static final int MAX_TEXTS = 5000;
    public static final Duration MAX_LENGTH = Duration.ofHours(12);

    public CuePlan {
        sport = Objects.requireNonNullElse(sport, Sport.BIKE);
        segments = List.copyOf(segments);
        cues = List.copyOf(cues);
        PlanRules.check(title, description, segments, cues);
    }

    /** A plan for the bike, see {@link #of(String, String, Sport, List, List)}. */
    public static CuePlan of(String title, String description, List<Segment> segments, List<SpokenText> texts) {
        return of(title, description, Sport.BIKE, segments, texts);
    }

    /**
     * The plan of these segments and texts, with its cues worked out: each segment is announced at its start, the three
     * seconds before each change are counted down, each text is spoken at its instant (several of one instant as one
     * sentence).
     *
     * @param texts in any order; an instant after the end is taken as the end
     */
    public static CuePlan of(
            String title, String description, Sport sport, List<Segment> segments, List<SpokenText> texts) {
        return new CuePlan(title, description, sport, segments, CueSheet.of(sport, segments, texts));
    }

    public Duration length() {
        return segments.getLast().to();
    }

    /** The texts of this plan in the order of time, as {@link #of} would take them. */
    public List<SpokenText> texts() {
        return cues.stream()
                .filter(cue -> cue.verb() == PlannedVerb.SAY)
                .map(cue -> new SpokenText(cue.at(), cue.text(), cue.show()))
                .toList();
    }
}
