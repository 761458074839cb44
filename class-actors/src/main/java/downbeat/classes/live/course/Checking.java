package downbeat.classes.live.course;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.log.Anchor;
import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.LiveCheck;
import downbeat.classes.live.log.OpenAsk;
import downbeat.classes.live.log.Tone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The script of the live check: three questions, said and asked, and a tone to be heard. Pure. */
final class Checking {
    private static final Duration SHOW = Duration.ofSeconds(10);
    /** As long as any healthy member needs, since all are to hear it together. */
    private static final Duration LEAD = Duration.ofMillis(90);

    private Checking() {}

    /**
     * One line of the script.
     *
     * @param until after this there is no sense in it: a class that was away goes on with what is due now
     */
    private record Line(Duration at, Duration until, String name, CueVerb verb, String text, AnswerKind answer) {}

    private static final List<Line> SCRIPT = List.of(
            say(0, "hear-say", "Can you hear me? Tap as soon as you hear the tone."),
            ask(0, "hear", "Tap when you hear the tone", AnswerKind.HEAR),
            new Line(seconds(4), seconds(15), "tone", CueVerb.TONE, "", AnswerKind.HEAR),
            say(15, "see-say", "Now look at your screen. Which shape do you see?"),
            ask(15, "see", "Which shape do you see?", AnswerKind.SEE),
            say(30, "ready-say", "Are you ready? Tap when you are."),
            ask(30, "ready", "Ready?", AnswerKind.READY));

    private static Line say(int at, String name, String text) {
        return new Line(seconds(at), seconds(at + 15), name, CueVerb.SAY, text, AnswerKind.READY);
    }

    private static Line ask(int at, String name, String text, AnswerKind answer) {
        return new Line(seconds(at), seconds(at + 15), name, CueVerb.ASK, text, answer);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    static Verdict begin(Baton baton, @Nullable String cueId, boolean startAfter) {
        var id = baton.idOr(cueId);
        var check = new LiveCheck(id, baton.now(), startAfter);
        return baton.control(CueVerb.CHECK, id, "", baton.score().state().checking(check));
    }

    /** @param anchor of the plan, when it was to run after the check */
    static Verdict cut(Baton baton, Anchor anchor) {
        return baton.control(CueVerb.CHECKED, null, "", baton.score().state().checkCut(anchor));
    }

    /** The next line of the script whose time has come, or the end of the check. */
    static Optional<LiveFact> next(Score score, ClassTime now) {
        var check = score.state().extras().check();
        if (check == null) {
            return Optional.empty();
        }
        var baton = new Baton(score, now);
        if (!check.to().isAfter(now)) {
            return baton.control(CueVerb.CHECKED, null, "", score.state().checked())
                    .fact();
        }
        var elapsed = now.since(check.from());
        return SCRIPT.stream()
                .filter(line ->
                        line.at().compareTo(elapsed) <= 0 && line.until().compareTo(elapsed) > 0)
                .filter(line -> score.log().offsetOf(check.cue(line.name())).isEmpty())
                .findFirst()
                .flatMap(line -> spoken(baton, check.cue(line.name()), line).fact());
    }

    private static Verdict spoken(Baton baton, String id, Line line) {
        return switch (line.verb()) {
            case ASK ->
                baton.control(
                        CueVerb.ASK,
                        id,
                        line.text(),
                        baton.score().state().asking(new OpenAsk(id, line.text(), line.answer())));
            case TONE -> baton.live(id, CueVerb.TONE, "", Tone.GO, Duration.ZERO, LEAD);
            default -> baton.live(id, line.verb(), line.text(), Tone.NONE, SHOW, LEAD);
        };
    }
}
