package downbeat.classes.live.sequencer;

import downbeat.classes.live.clock.ClassClock;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.Resumption;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.SequencerMessage;
import java.util.List;

/** What a relay that is new, or lacks something, is told: all it needs, and of the log only what it has not got. */
final class Welcomes {
    private Welcomes() {}

    static RelayMessage to(SequencerMessage.Here here, Score score, Presence presence) {
        var log = score.log();
        var held = here.held();
        var resumption = held == null ? new Resumption.Lost() : log.resume(held);
        return switch (resumption) {
            case Resumption.Recovered(var missed) ->
                welcome(score, presence, log.last() - missed.size(), false, missed);
            case Resumption.Rewound(long to, var missed) -> welcome(score, presence, to, false, missed);
            case Resumption.Lost() ->
                welcome(score, presence, log.last() - log.window().size(), true, log.window());
        };
    }

    /** What every relay is told, each time that it says it is here. */
    static RelayMessage time(SequencerMessage.Here here, Score score, ClassClock clock) {
        var position = score.log().position();
        return new RelayMessage.Time(here.nanos(), clock.now(), clock.mark(), position);
    }

    private static RelayMessage welcome(Score score, Presence presence, long after, boolean fresh, List<Cue> cues) {
        var log = score.log();
        return new RelayMessage.Welcome(
                log.epoch(),
                log.gens(),
                after,
                fresh,
                cues,
                score.plan(),
                score.state(),
                score.hands(),
                presence.all(),
                score.ask(),
                score.wishes());
    }
}
