package downbeat.classes.live.course;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.Tone;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.LiveCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * A class whose node dies at any moment, with any part of the unacknowledged facts in the journal, while devices come and
 * go: every acknowledged cue is with every device, once, at the offset that was acknowledged.
 */
class LostTailTest {

    @Property(tries = 1000)
    void every_acked_cue_reaches_every_member_exactly_once_in_order(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int steps) {
        var world = new World(new Random(seed));
        for (var step = 0; step < steps; step++) {
            world.step();
        }
        world.settle();
        world.check();
    }

    private static final class World {
        private final Random random;
        private final List<LiveFact> journal = new ArrayList<>();
        private final List<LiveFact> behind = new ArrayList<>();
        private final Map<String, Long> unanswered = new LinkedHashMap<>();
        private final Map<String, Long> acked = new LinkedHashMap<>();
        private final List<String> tapped = new ArrayList<>();
        private final List<Device> devices = new ArrayList<>();
        private Score score = new Score();
        private long millis;

        World(Random random) {
            this.random = random;
            facts(List.of(new LiveFact.EpochOpened("e1", Plans.intervals()), taken(1)));
            flush();
            for (var i = 0; i < 3; i++) {
                devices.add(new Device(score.log()));
            }
        }

        void step() {
            millis += random.nextInt(3000);
            var device = devices.get(random.nextInt(devices.size()));
            switch (random.nextInt(10)) {
                case 0, 1 -> tap("t-" + tapped.size());
                case 2 -> retry();
                case 3 -> flush();
                case 4 -> crash();
                case 5 -> device.cut();
                case 6 -> device.comeBack(score.log());
                case 7 -> move();
                default -> hear(device);
            }
            facts(Autopilot.apply(score, now()), true);
        }

        private void hear(Device device) {
            if (device.hear()) {
                device.comeBack(score.log());
            }
        }

        private void move() {
            var command = switch (random.nextInt(5)) {
                case 0 -> new LiveCommand.Start(null);
                case 1 -> new LiveCommand.Pause(null);
                case 2 -> new LiveCommand.Resume(null);
                case 3 -> new LiveCommand.Skip(random.nextInt(3), null);
                default -> new LiveCommand.Shift(Duration.ofSeconds(random.nextInt(-9, 9)), null);
            };
            facts(decide(command).facts());
        }

        private void tap(String cueId) {
            tapped.add(cueId);
            issue(cueId);
        }

        private void retry() {
            if (!tapped.isEmpty()) {
                issue(tapped.get(random.nextInt(tapped.size())));
            }
        }

        private void issue(String cueId) {
            var verdict = decide(new LiveCommand.Tap(cueId, CueVerb.SAY, "go", Tone.GO, Duration.ofSeconds(3)));
            facts(verdict.facts());
            var offset = ((LiveAnswer.Issued) verdict.answer()).offset();
            if (acked.containsKey(cueId)) {
                assertThat(offset)
                        .as("the same cueId again gives the same offset")
                        .isEqualTo(acked.get(cueId));
            }
            unanswered.put(cueId, offset);
        }

        private Verdict decide(LiveCommand command) {
            return Conductor.decide(score, command, null, now(), Duration.ofMillis(50));
        }

        private void facts(List<LiveFact> facts) {
            facts(facts, false);
        }

        private void facts(List<LiveFact> facts, boolean applied) {
            var cues = new ArrayList<Cue>();
            for (var fact : facts) {
                if (!applied) {
                    score.apply(fact);
                }
                if (fact instanceof LiveFact.CueIssued(Cue cue)) {
                    cues.add(cue);
                }
            }
            devices.forEach(device -> device.send(cues));
            behind.addAll(facts);
        }

        private void flush() {
            journal.addAll(behind);
            behind.clear();
            acked.putAll(unanswered);
            unanswered.clear();
        }

        /** Some of what was not acknowledged may have got into the journal. */
        private void crash() {
            journal.addAll(behind.subList(0, random.nextInt(behind.size() + 1)));
            behind.clear();
            unanswered.clear();
            score = new Score();
            journal.forEach(score::apply);
            var taken = taken(score.log().gen() + 1);
            score.apply(taken);
            journal.add(taken);
            for (var device : devices) {
                for (var more = random.nextInt(4); more > 0; more--) {
                    device.hear(); // what was on the way still arrives
                }
                device.cut();
            }
        }

        void settle() {
            flush();
            devices.forEach(device -> device.comeBack(score.log()));
        }

        void check() {
            var log = score.log().window();
            for (var i = 0; i < log.size(); i++) {
                assertThat(log.get(i).offset()).as("no gap").isEqualTo(i + 1L);
            }
            acked.forEach((cueId, offset) -> {
                assertThat(log.get((int) (offset - 1)).cueId()).isEqualTo(cueId);
                assertThat(log.stream().filter(cue -> cue.cueId().equals(cueId)))
                        .hasSize(1);
            });
            for (var device : devices) {
                assertThat(device.held()).isEqualTo(log);
                assertThat(device.sounds()).doesNotHaveDuplicates().containsAll(acked.keySet());
            }
        }

        private ClassTime now() {
            return ClassTime.later(new ClassTime(millis * 1000), score.newest());
        }

        private LiveFact taken(long gen) {
            return new LiveFact.GenTaken(gen, new ClockMark("b1", 0, 0, now()));
        }
    }
}
