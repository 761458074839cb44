package downbeat.classes.live.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest {@value #WINDOW} cues of one epoch, and where each gen began.
 *
 * <p>Offsets have no gap; gens never fall. The names of all cues ever are remembered, so that a repeated tap gets its
 * first offset however late it comes. Not thread-safe: owned by one actor.
 */
public final class CueLog {
    /** At ten cues a second, almost seven minutes of absence. */
    public static final int WINDOW = 4096;

    private final String epoch;
    private final List<GenStart> gens = new ArrayList<>();
    private final Cue[] ring = new Cue[WINDOW];
    private final Map<String, Long> named = new HashMap<>();
    private long first = 1;
    private long last;

    public CueLog(String epoch) {
        this.epoch = epoch;
    }

    /** A copy that starts where a window starts. */
    public static CueLog of(String epoch, List<GenStart> gens, List<Cue> cues, long last) {
        var log = new CueLog(epoch);
        log.gens.addAll(gens);
        log.first = cues.isEmpty() ? last + 1 : cues.getFirst().offset();
        log.last = log.first - 1;
        cues.forEach(log::append);
        return log;
    }

    public String epoch() {
        return epoch;
    }

    /** The newest writer; 0 before any. */
    public long gen() {
        return gens.isEmpty() ? 0 : gens.getLast().gen();
    }

    /** The newest offset; 0 when empty. */
    public long last() {
        return last;
    }

    public List<GenStart> gens() {
        return List.copyOf(gens);
    }

    /** The gen of the newest cue held: what a copy resumes with. */
    public Position position() {
        var held = last >= first ? at(last).gen() : genAt(last);
        return new Position(epoch, held, last);
    }

    /**
     * A new writer begins after the newest cue.
     *
     * @throws IllegalStateException if the gen does not rise
     */
    public void take(long gen) {
        if (gen <= gen()) {
            throw new IllegalStateException("gen " + gen + " after gen " + gen());
        }
        gens.add(new GenStart(gen, last));
    }

    /** The gens of the log this one copies; replaces what was known. */
    public void learn(List<GenStart> known) {
        gens.clear();
        gens.addAll(known);
    }

    /**
     * @throws IllegalStateException if it is not the next cue of this log
     */
    public void append(Cue cue) {
        if (!cue.epoch().equals(epoch) || cue.offset() != last + 1 || cue.gen() > gen()) {
            throw new IllegalStateException("cue " + cue.position() + " does not follow " + position());
        }
        ring[slot(cue.offset())] = cue;
        named.putIfAbsent(cue.cueId(), cue.offset());
        last = cue.offset();
        first = Math.max(first, last - WINDOW + 1);
    }

    /** Forgets every cue above an offset. */
    public void rewind(long to) {
        last = Math.min(last, Math.max(to, 0));
        first = Math.min(first, last + 1);
        named.values().removeIf(offset -> offset > last);
    }

    /** The offset this cue was first issued at. */
    public Optional<Long> offsetOf(String cueId) {
        return Optional.ofNullable(named.get(cueId));
    }

    /** The cue at an offset, while it is in the window. */
    public Optional<Cue> find(long offset) {
        return offset >= first && offset <= last ? Optional.of(at(offset)) : Optional.empty();
    }

    /** All cues of the window, in order. */
    public List<Cue> window() {
        return after(first - 1);
    }

    /** What a copy that stands at a position gets. */
    public Resumption resume(Position held) {
        if (!held.epoch().equals(epoch) || held.offset() < 0 || !knows(held.gen())) {
            return new Resumption.Lost();
        }
        var end = endOf(held.gen());
        var from = Math.min(held.offset(), end);
        if (from < first - 1) {
            return new Resumption.Lost();
        }
        return held.offset() > end ? new Resumption.Rewound(end, after(end)) : new Resumption.Recovered(after(from));
    }

    private boolean knows(long gen) {
        return gens.stream().anyMatch(start -> start.gen() == gen);
    }

    private long endOf(long gen) {
        return gens.stream()
                .filter(start -> start.gen() > gen)
                .mapToLong(GenStart::after)
                .min()
                .orElse(last);
    }

    private long genAt(long offset) {
        return gens.stream()
                .filter(start -> start.after() < Math.max(offset, 1))
                .mapToLong(GenStart::gen)
                .max()
                .orElse(gen());
    }

    private List<Cue> after(long offset) {
        var cues = new ArrayList<Cue>((int) (last - offset));
        for (var next = offset + 1; next <= last; next++) {
            cues.add(at(next));
        }
        return cues;
    }

    private Cue at(long offset) {
        return ring[slot(offset)];
    }

    private static int slot(long offset) {
        return (int) (offset % WINDOW);
    }
}
