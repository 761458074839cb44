package downbeat.classes.live.course;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.live.message.Role;
import downbeat.classes.plan.CuePlan;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class under the hand of a test: commands are decided, time passes, and what it does by itself is noted. */
final class RunningClass {
    static final Joiner COACH = joiner("coach", Role.TRAINER);
    static final Joiner MIA = joiner("mia", Role.MEMBER);
    static final Joiner NOAH = joiner("noah", Role.MEMBER);

    final Score score = new Score();
    final List<Cue> issued = new ArrayList<>();
    private ClassTime now = ClassTime.ZERO;

    RunningClass(CuePlan plan) {
        decide(null, new LiveCommand.Open("e1", plan)).facts();
        score.apply(new LiveFact.GenTaken(1, new ClockMark("boot", 0, 0, ClassTime.ZERO)));
        pass(Duration.ofSeconds(3));
    }

    private static Joiner joiner(String name, Role role) {
        return new Joiner(new ClassId("c-1"), new ParticipantId(name), name, role);
    }

    ClassTime now() {
        return now;
    }

    /** Goes by quarters of a second, as a sequencer does. */
    void pass(Duration time) {
        var end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plus(Duration.ofMillis(250));
            note(Autopilot.apply(score, now));
        }
    }

    /** Nobody writes for a while: the node is down. */
    void nobodyFor(Duration time) {
        now = now.plus(time);
    }

    void arrive(Joiner who) {
        score.apply(new LiveFact.Arrived(who.member(), who.name(), now));
    }

    LiveAnswer does(Joiner by, LiveCommand command) {
        return decide(by, command).answer();
    }

    String refusal(Joiner by, LiveCommand command) {
        var verdict = decide(by, command);
        assertThat(verdict.facts()).isEmpty();
        assertThat(verdict.answer()).isInstanceOf(LiveAnswer.Refused.class);
        return ((LiveAnswer.Refused) verdict.answer()).code();
    }

    private Verdict decide(@Nullable Joiner by, LiveCommand command) {
        var verdict = Conductor.decide(score, command, by, now, Duration.ofMillis(60));
        verdict.facts().forEach(score::apply);
        note(verdict.facts());
        return verdict;
    }

    private void note(List<LiveFact> facts) {
        facts.forEach(fact -> {
            if (fact instanceof LiveFact.CueIssued(Cue cue)) {
                issued.add(cue);
            }
        });
    }
}
