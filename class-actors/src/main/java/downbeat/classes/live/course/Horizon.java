package downbeat.classes.live.course;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.log.Anchor;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.Phase;
import downbeat.classes.live.log.Tone;
import downbeat.classes.plan.PlannedCue;
import downbeat.classes.plan.PlannedVerb;
import downbeat.classes.plan.SegmentKind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which planned cues must be issued, moved or withdrawn now, so that devices hold what falls due within
 * {@link #AHEAD} and nothing that will not happen. Pure; calling it again without time passing gives nothing.
 */
public final class Horizon {
    /** How far ahead planned cues are sent: a lost socket of eight seconds is bridged. */
    public static final Duration AHEAD = Duration.ofSeconds(10);

    /** What fell due while nobody wrote is still sent, as state, for this long. */
    public static final Duration BEHIND = Duration.ofSeconds(30);

    private Horizon() {}

    /** The next cue that must be issued, if any. Apply it before asking again. */
    public static Optional<LiveFact> next(Score score, ClassTime now) {
        return stale(score, now).or(() -> missing(score, now));
    }

    /** Something issued and not yet due whose time is not right any more. */
    private static Optional<LiveFact> stale(Score score, ClassTime now) {
        for (var cue : score.planned()) {
            var at = cue.at();
            if (at == null || !at.isAfter(now)) {
                continue;
            }
            var right = planOf(score, cue).flatMap(plan -> due(score, plan)).orElse(null);
            if (!at.equals(right)) {
                var inReach = right != null && !right.isAfter(now.plus(AHEAD));
                return Optional.of(revised(score, cue, inReach ? right : null, now));
            }
        }
        return Optional.empty();
    }

    /** Something that falls due within reach and is not with the devices. */
    private static Optional<LiveFact> missing(Score score, ClassTime now) {
        if (!running(score)) {
            return Optional.empty();
        }
        for (var plan : score.plan().cues()) {
            var at = due(score, plan).orElse(null);
            if (at == null || at.isBefore(now.minus(BEHIND))) {
                continue;
            }
            if (at.isAfter(now.plus(AHEAD))) {
                break;
            }
            var pass = pass(score, plan);
            var held = score.planned(pass).orElse(null);
            if (held == null) {
                return Optional.of(issued(score, plan, pass, at, now));
            }
            if (held.at() == null) {
                return Optional.of(revised(score, held, at, now));
            }
        }
        return Optional.empty();
    }

    private static boolean running(Score score) {
        return score.state().phase() == Phase.LIVE && score.state().anchor().running();
    }

    /** When a cue of the plan happens, if the class goes on as it does. */
    private static Optional<ClassTime> due(Score score, PlannedCue plan) {
        var state = score.state();
        Anchor anchor = state.anchor();
        return running(score) && plan.at().compareTo(state.from()) >= 0
                ? Optional.of(anchor.timeOf(plan.at()))
                : Optional.empty();
    }

    /** The id under which a cue of the plan sounds in this pass: another one each time the plan was skipped back over it. */
    private static String pass(Score score, PlannedCue plan) {
        var id = plan.cueId();
        for (var pass = 2; played(score, id); pass++) {
            id = plan.cueId() + "~" + pass;
        }
        return id;
    }

    /** Executed before the plan last jumped, so that it may sound again. */
    private static boolean played(Score score, String id) {
        return score.planned(id)
                .map(Cue::at)
                .filter(at -> !at.isAfter(score.state().fromAt()))
                .isPresent();
    }

    private static Optional<PlannedCue> planOf(Score score, Cue cue) {
        var id = cue.cueId().split("~", 2)[0];
        return score.plan().cues().stream()
                .filter(plan -> plan.cueId().equals(id))
                .findFirst();
    }

    private static LiveFact issued(Score score, PlannedCue plan, String id, ClassTime at, ClassTime now) {
        var log = score.log();
        return new LiveFact.CueIssued(new Cue(
                log.epoch(),
                log.gen(),
                log.last() + 1,
                id,
                CueKind.PLANNED,
                verb(plan.verb()),
                at,
                now,
                0,
                plan.text(),
                plan.show(),
                tone(score, plan),
                number(plan),
                null));
    }

    private static LiveFact revised(Score score, Cue cue, @Nullable ClassTime at, ClassTime now) {
        var log = score.log();
        return new LiveFact.CueIssued(new Cue(
                log.epoch(),
                log.gen(),
                log.last() + 1,
                cue.cueId(),
                CueKind.PLANNED,
                cue.verb(),
                at,
                now,
                cue.rev() + 1,
                cue.text(),
                cue.show(),
                cue.tone(),
                cue.number(),
                null));
    }

    private static CueVerb verb(PlannedVerb verb) {
        return switch (verb) {
            case SAY -> CueVerb.SAY;
            case SEGMENT -> CueVerb.SEGMENT;
            case COUNT -> CueVerb.COUNT;
            case SHOW -> CueVerb.SHOW;
        };
    }

    private static @Nullable Integer number(PlannedCue plan) {
        return plan.verb() == PlannedVerb.SEGMENT || plan.verb() == PlannedVerb.COUNT ? plan.index() : null;
    }

    private static Tone tone(Score score, PlannedCue plan) {
        return switch (plan.verb()) {
            case COUNT -> Tone.TICK;
            case SEGMENT -> easy(score.plan().segments().get(plan.index()).kind()) ? Tone.REST : Tone.GO;
            case SAY, SHOW -> Tone.NONE;
        };
    }

    private static boolean easy(SegmentKind kind) {
        return kind == SegmentKind.REST || kind == SegmentKind.INTERVAL_OFF || kind == SegmentKind.COOLDOWN;
    }
}
