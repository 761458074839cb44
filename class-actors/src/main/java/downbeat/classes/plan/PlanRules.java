package downbeat.classes.plan;

import downbeat.kernel.bound.Wording;
import java.time.Duration;
import java.util.List;

/** What holds of every cue plan. */
final class PlanRules {
    private PlanRules() {}

    static void check(String title, String description, List<Segment> segments, List<PlannedCue> cues) {
        require(
                !title.isBlank() && title.length() <= CuePlan.MAX_TITLE,
                "the title of a plan has 1 to " + CuePlan.MAX_TITLE + " characters");
        require(
                description.length() <= CuePlan.MAX_DESCRIPTION,
                "the description of a plan has at most " + CuePlan.MAX_DESCRIPTION + " characters");
        Wording.check("title of a plan", title);
        Wording.check("description of a plan", description);
        segmentsFollowEachOther(segments);
        cuesAreInOrder(cues, segments.getLast().to());
    }

    private static void segmentsFollowEachOther(List<Segment> segments) {
        require(!segments.isEmpty(), "a plan has at least one segment");
        require(
                segments.size() <= CuePlan.MAX_SEGMENTS,
                "a plan has at most " + CuePlan.MAX_SEGMENTS + " segments, this one has " + segments.size());
        var end = Duration.ZERO;
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            require(segment.index() == i, "segment " + i + " carries the index " + segment.index());
            require(segment.from().equals(end), "segment " + i + " starts at " + segment.from() + ", not at " + end);
            end = segment.to();
        }
        require(end.compareTo(CuePlan.MAX_LENGTH) <= 0, "a plan lasts at most 12 hours, this one " + end);
    }

    private static void cuesAreInOrder(List<PlannedCue> cues, Duration length) {
        var before = Duration.ZERO;
        for (int i = 0; i < cues.size(); i++) {
            var cue = cues.get(i);
            require(cue.cueId().equals(PlannedCue.id(i)), "cue " + i + " is called " + cue.cueId());
            require(cue.at().compareTo(before) >= 0, "cue " + cue.cueId() + " is out of order");
            require(cue.at().compareTo(length) <= 0, "cue " + cue.cueId() + " is after the end of the plan");
            before = cue.at();
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
