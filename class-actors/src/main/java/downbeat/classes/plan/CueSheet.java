package downbeat.classes.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Works out the cues of a plan: announcements, countdowns and texts, in the order of time. */
final class CueSheet {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int COUNT_FROM = 3;

    /** At one instant: first what starts, then what is said about it, then the countdown. */
    private static final Comparator<PlannedCue> IN_ORDER =
            Comparator.comparing(PlannedCue::at).thenComparingInt(cue -> rank(cue.verb()));

    private final Sport sport;
    private final List<Segment> segments;
    private final List<PlannedCue> cues = new ArrayList<>();

    private CueSheet(Sport sport, List<Segment> segments) {
        this.sport = sport;
        this.segments = segments;
    }

    static List<PlannedCue> of(Sport sport, List<Segment> segments, List<SpokenText> texts) {
        if (segments.isEmpty()) {
            return List.of();
        }
        var sheet = new CueSheet(sport, segments);
        segments.forEach(sheet::announce);
        segments.stream().limit(segments.size() - 1L).forEach(sheet::countDown);
        sheet.speak(texts);
        return sheet.numbered();
    }

    private void announce(Segment segment) {
        add(
                segment.from(),
                PlannedVerb.SEGMENT,
                SpokenTarget.of(segment, sport),
                SpokenText.USUAL_SHOW,
                segment.index());
    }

    /** Three, two, one: as far as they lie inside the segment. */
    private void countDown(Segment segment) {
        for (int left = COUNT_FROM; left >= 1; left--) {
            var at = segment.to().minusSeconds(left);
            if (at.compareTo(segment.from()) > 0) {
                add(at, PlannedVerb.COUNT, Integer.toString(left), SECOND, left);
            }
        }
    }

    /** Lines of one instant are one sentence: screens of other programs show them below each other. */
    private void speak(List<SpokenText> texts) {
        var end = segments.getLast().to();
        var byInstant = new TreeMap<Duration, SpokenText>();
        for (var text : texts) {
            var at = text.at().compareTo(end) > 0 ? end : text.at();
            byInstant.merge(at, new SpokenText(at, text.text(), text.show()), CueSheet::joined);
        }
        int segment = 0;
        for (var text : byInstant.values()) {
            while (segment < segments.size() - 1
                    && text.at().compareTo(segments.get(segment).to()) >= 0) {
                segment++;
            }
            add(text.at(), PlannedVerb.SAY, text.text(), text.show(), segment);
        }
    }

    private static SpokenText joined(SpokenText first, SpokenText second) {
        var show = first.show().compareTo(second.show()) >= 0 ? first.show() : second.show();
        return new SpokenText(first.at(), cut(first.text() + " " + second.text()), show);
    }

    /** As much as one cue can say, without half a character or a space at the end. */
    private static String cut(String text) {
        if (text.length() <= PlannedCue.MAX_TEXT) {
            return text;
        }
        boolean inside = Character.isHighSurrogate(text.charAt(PlannedCue.MAX_TEXT - 1));
        return text.substring(0, inside ? PlannedCue.MAX_TEXT - 1 : PlannedCue.MAX_TEXT)
                .strip();
    }

    private void add(Duration at, PlannedVerb verb, String text, Duration show, int index) {
        cues.add(new PlannedCue("", at, verb, text, show, index));
    }

    private List<PlannedCue> numbered() {
        cues.sort(IN_ORDER);
        var numbered = new ArrayList<PlannedCue>(cues.size());
        for (var cue : cues) {
            var id = PlannedCue.id(numbered.size());
            numbered.add(new PlannedCue(id, cue.at(), cue.verb(), cue.text(), cue.show(), cue.index()));
        }
        return numbered;
    }

    private static int rank(PlannedVerb verb) {
        return switch (verb) {
            case SEGMENT -> 0;
            case SAY -> 1;
            case SHOW -> 2;
            case COUNT -> 3;
        };
    }
}
