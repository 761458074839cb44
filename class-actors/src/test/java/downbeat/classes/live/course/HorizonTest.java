package downbeat.classes.live.course;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.log.Phase;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.plan.PlannedCue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Devices execute what the anchor says, however the trainer moves the plan. */
class HorizonTest {
    private static final int STEP = 100;

    private final Score score = new Score();
    private final Map<String, Cue> onDevice = new LinkedHashMap<>();
    private long millis = 10_000;

    private void open() {
        score.apply(new LiveFact.EpochOpened("e1", Plans.intervals()));
        score.apply(new LiveFact.GenTaken(1, new ClockMark("b1", 0, 0, ClassTime.ZERO)));
    }

    private ClassTime now() {
        return new ClassTime(millis * 1000);
    }

    private void order(LiveCommand command) {
        Conductor.decide(score, command, null, now(), Duration.ofMillis(50))
                .facts()
                .forEach(score::apply);
        look();
    }

    private void look() {
        for (var fact : Autopilot.apply(score, now())) {
            var cue = ((LiveFact.CueIssued) fact).cue();
            onDevice.put(cue.cueId(), cue);
        }
    }

    /** Time passes; returns what devices execute meanwhile, as ids of the plan. */
    private List<String> pass() {
        var before = now();
        millis += STEP;
        return onDevice.values().stream()
                .filter(cue -> due(cue.at(), before))
                .map(cue -> cue.cueId().split("~", 2)[0])
                .sorted()
                .toList();
    }

    private boolean due(@Nullable ClassTime at, ClassTime before) {
        return at != null && at.isAfter(before) && !at.isAfter(now());
    }

    /** What the anchor promises for the step to come. */
    private List<String> promised() {
        var state = score.state();
        if (state.phase() != Phase.LIVE) {
            return List.of();
        }
        var to = now().plus(Duration.ofMillis(STEP));
        return score.plan().cues().stream()
                .filter(cue -> cue.at().compareTo(state.from()) >= 0)
                .filter(cue -> cue.at().compareTo(state.anchor().plan()) >= 0)
                .filter(cue -> state.anchor().timeOf(cue.at()).isAfter(now()))
                .filter(cue -> !state.anchor().timeOf(cue.at()).isAfter(to))
                .map(PlannedCue::cueId)
                .sorted()
                .toList();
    }

    @Property(tries = 100)
    void devices_execute_exactly_what_the_anchor_promises(@ForAll long seed) {
        var random = new Random(seed);
        open();
        order(new LiveCommand.Start(null));
        for (var step = 0; step < 900; step++) {
            if (random.nextInt(60) == 0) {
                millis += onTheDot() ? 1 : 0;
                order(anyMove(random));
            }
            if (step % 2 == 0) {
                look();
            }
            var promised = promised();
            assertThat(pass()).isEqualTo(promised);
        }
    }

    /** A cue at this very moment has been executed, which the anchor alone cannot tell. */
    private boolean onTheDot() {
        return onDevice.values().stream().anyMatch(cue -> now().equals(cue.at()));
    }

    private static LiveCommand anyMove(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new LiveCommand.Pause(null);
            case 1, 2 -> new LiveCommand.Resume(null);
            case 3 -> new LiveCommand.Skip(random.nextInt(3), null);
            default -> new LiveCommand.Shift(Duration.ofMillis(random.nextInt(-90, 90) * 100L), null);
        };
    }

    @Test
    void cues_are_with_the_devices_ten_seconds_ahead_and_not_earlier() {
        open();
        order(new LiveCommand.Start(null));
        var ahead = now().plus(Horizon.AHEAD);
        assertThat(onDevice.values()).isNotEmpty().allSatisfy(cue -> {
            assertThat(cue.kind()).isEqualTo(CueKind.PLANNED);
            assertThat(cue.at()).isLessThanOrEqualTo(ahead);
        });
        assertThat(onDevice).hasSize((int) score.plan().cues().stream()
                .filter(cue -> !score.state().anchor().timeOf(cue.at()).isAfter(ahead))
                .count());
    }

    @Test
    void a_pause_withdraws_and_a_resume_brings_back_with_higher_revisions() {
        open();
        order(new LiveCommand.Start(null));
        millis += 1_000;
        order(new LiveCommand.Pause(null));
        var breathe = cueSaying("Breathe");
        assertThat(breathe.at()).isNull();
        assertThat(breathe.rev()).isEqualTo(1);
        millis += 60_000;
        order(new LiveCommand.Resume(null));
        assertThat(cueSaying("Breathe").rev()).isEqualTo(2);
        assertThat(cueSaying("Breathe").at()).isEqualTo(score.state().anchor().timeOf(Duration.ofMillis(7_011)));
    }

    @Test
    void looking_again_without_time_passing_issues_nothing() {
        open();
        order(new LiveCommand.Start(null));
        assertThat(Autopilot.apply(score, now())).isEmpty();
    }

    @Test
    void skipping_back_lets_what_has_sounded_sound_again_under_another_name() {
        open();
        order(new LiveCommand.Start(null));
        for (var i = 0; i < 90; i++) {
            pass();
            look();
        }
        order(new LiveCommand.Skip(0, null));
        var names = new ArrayList<>(onDevice.keySet());
        assertThat(names).contains("p-0", "p-0~2");
    }

    private Cue cueSaying(String text) {
        return onDevice.values().stream()
                .filter(cue -> cue.text().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
