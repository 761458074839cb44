package downbeat.classes.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Puts works behind each other and gives each a name for the screen. */
public final class Segments {
    private final Sport sport;
    private final List<Work> works;
    private final List<Segment> segments = new ArrayList<>();
    private Duration end = Duration.ZERO;

    private Segments(Sport sport, List<Work> works) {
        this.sport = sport;
        this.works = works;
    }

    /** Of the bike, see {@link #of(Sport, List)}. */
    public static List<Segment> of(List<Work> works) {
        return of(Sport.BIKE, works);
    }

    /** The works one after the other. Equal repeats next to each other are one set: "Interval 2 of 10". */
    public static List<Segment> of(Sport sport, List<Work> works) {
        var line = new Segments(sport, works);
        while (line.segments.size() < works.size()) {
            line.placeNext();
        }
        return List.copyOf(line.segments);
    }

    private void placeNext() {
        int first = segments.size();
        if (works.get(first).kind() == SegmentKind.INTERVAL_ON) {
            placeSet(first);
        } else {
            place(works.get(first), name(works.get(first)));
        }
    }

    private void placeSet(int first) {
        int width = is(first + 1, SegmentKind.INTERVAL_OFF) ? 2 : 1;
        int repeats = 1;
        while (repeated(first, first + repeats * width, width)) {
            repeats++;
        }
        for (int i = 0; i < repeats * width; i++) {
            var work = works.get(first + i);
            place(work, repeats == 1 ? name(work) : name(work) + " " + (i / width + 1) + " of " + repeats);
        }
    }

    private boolean repeated(int first, int again, int width) {
        if (again + width > works.size() || (width == 1 && is(again + 1, SegmentKind.INTERVAL_OFF))) {
            return false;
        }
        return works.subList(first, first + width).equals(works.subList(again, again + width));
    }

    private boolean is(int index, SegmentKind kind) {
        return index < works.size() && works.get(index).kind() == kind;
    }

    private void place(Work work, String label) {
        segments.add(work.at(segments.size(), end, label));
        end = end.plus(work.length());
    }

    private String name(Work work) {
        return switch (work.kind()) {
            case WARMUP -> "Warm-up";
            case STEADY -> "Steady";
            case INTERVAL_ON -> work.power().isEmpty() ? "All out" : "Interval";
            case INTERVAL_OFF -> "Recovery";
            case RAMP -> "Ramp";
            case FREE -> sport == Sport.RUN ? "Free run" : "Free ride";
            case COOLDOWN -> "Cool-down";
            case REST -> "Rest";
        };
    }
}
