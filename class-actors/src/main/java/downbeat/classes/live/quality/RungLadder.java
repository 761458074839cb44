package downbeat.classes.live.quality;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rung of one device: what its link has earned, below two ceilings, the member's pin and the class's shedding. Down at
 * once; up one rung at a time, {@link Climb} says when. Times are since any fixed instant and must not go back. Not
 * thread-safe: it belongs to one actor.
 */
public final class RungLadder {
    /** Reports in a row without a word, after which a device that used to speak counts as silent. */
    static final int SILENT_REPORTS = 2;

    private static final String NOTHING_WRONG = "nothing is wrong";

    private final Climb climb = new Climb();
    private Rung earned = Rung.FULL;
    private Cause earnedBy = Cause.CLEAN;
    private String earnedWhy = NOTHING_WRONG;
    private @Nullable Rung pinned;
    private Rung ceiling = Rung.FULL;
    private Rung rung = Rung.FULL;
    private String why = NOTHING_WRONG;
    private int points = LinkScore.BEST;
    private boolean speaks;
    private int silentReports;
    private @Nullable Duration troubledSince;

    /** What came of one second. */
    public Optional<Move> report(LinkReport report, Duration now) {
        speaks |= report.stats() != null;
        silentReports = report.says() ? 0 : silentReports + 1;
        var silent = speaks && silentReports >= SILENT_REPORTS;
        var score = silent ? Optional.of(LinkScore.silence()) : LinkScore.of(report);
        score.ifPresent(is -> judge(is, now));
        return settled();
    }

    private void judge(LinkScore score, Duration now) {
        points = score.points();
        if (score.rung() == Rung.FULL) {
            troubledSince = null;
        } else if (troubledSince == null) {
            troubledSince = now;
        }
        if (score.rung().below(earned)) {
            climb.fell(now);
            earn(score.rung(), score.cause(), score.words() + " for " + secondsOfTrouble(now) + " s");
        } else if (earned == Rung.FULL || !score.goodFor(earned.up())) {
            climb.troubled();
        } else if (climb.clean(now)) {
            earn(earned.up(), Cause.CLEAN, climb.hold().toSeconds() + " s clean");
        }
    }

    private void earn(Rung to, Cause by, String words) {
        earned = to;
        earnedBy = by;
        earnedWhy = words;
    }

    private long secondsOfTrouble(Duration now) {
        return (troubledSince == null ? 0 : now.minus(troubledSince).toSeconds()) + 1;
    }

    /**
     * The member's own ceiling.
     *
     * @param to null for none
     */
    public Optional<Move> pin(@Nullable Rung to) {
        pinned = to;
        return settled();
    }

    /** The ceiling of everybody in the class. */
    public Optional<Move> shed(Rung to) {
        ceiling = to;
        return settled();
    }

    /** The member did not hear the live check: begins one rung lower and has to earn the rest. */
    public Optional<Move> unheard(Duration now) {
        if (earned == Rung.FULL) {
            climb.fell(now);
            earn(Rung.LEAN, Cause.CHECK, "did not hear the live check");
        }
        return settled();
    }

    private Optional<Move> settled() {
        var wish = pinned == null ? Rung.FULL : pinned;
        var to = Rung.lower(earned, Rung.lower(wish, ceiling));
        var move = to == earned
                ? new Move(rung, to, earnedBy, earnedWhy)
                : to == wish
                        ? new Move(rung, to, Cause.PIN, "pinned to " + to)
                        : new Move(rung, to, Cause.SHED, "the node has too much to do");
        why = move.why();
        rung = to;
        return move.from() == to ? Optional.empty() : Optional.of(move);
    }

    public Rung rung() {
        return rung;
    }

    /** Why it is this one, in words. */
    public String why() {
        return why;
    }

    /** What the link alone would allow. */
    public Rung earned() {
        return earned;
    }

    public @Nullable Rung pinned() {
        return pinned;
    }

    /** Of the newest report that said anything: 0 to 100. */
    public int score() {
        return points;
    }
}
