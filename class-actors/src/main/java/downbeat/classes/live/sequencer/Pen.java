package downbeat.classes.live.sequencer;

import downbeat.classes.live.course.LiveFact;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Wish;
import downbeat.classes.live.meter.ClassMeters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the class down: applies facts, tells the relays and sends them on to the journal, in this order. Owned by one
 * actor.
 */
final class Pen {
    private final Score score;
    private final RelayLinks relays;
    private final WriteBehind journal;
    private final ClassMeters metrics;
    private boolean askMoved;

    Pen(Score score, RelayLinks relays, WriteBehind journal, ClassMeters metrics) {
        this.score = score;
        this.relays = relays;
        this.journal = journal;
        this.metrics = metrics;
    }

    void record(List<LiveFact> facts) {
        record(facts, false);
    }

    /** The score has taken these facts already. */
    void recordApplied(List<LiveFact> facts) {
        record(facts, true);
    }

    private void record(List<LiveFact> facts, boolean applied) {
        if (facts.isEmpty()) {
            return;
        }
        var cues = new ArrayList<Cue>();
        for (var fact : facts) {
            if (!applied) {
                score.apply(fact);
            }
            if (fact instanceof LiveFact.CueIssued(Cue cue)) {
                cues.add(cue);
                askMoved |= cue.verb() == CueVerb.ASK || cue.verb() == CueVerb.ASK_CLOSED;
            }
            askMoved |= fact instanceof LiveFact.Confirmed;
        }
        tell(facts, cues);
        metrics.recorded(facts);
        journal.add(facts);
    }

    private void tell(List<LiveFact> facts, List<Cue> cues) {
        if (!cues.isEmpty()) {
            relays.tell(new RelayMessage.Issued(cues, score.state()));
        }
        if (facts.stream().anyMatch(f -> f instanceof LiveFact.HandRaised || f instanceof LiveFact.HandLowered)) {
            relays.tell(new RelayMessage.Hands(score.hands()));
        }
        var wishes = facts.stream().flatMap(Pen::wish).toList();
        if (!wishes.isEmpty()) {
            relays.tell(new RelayMessage.Wishes(wishes));
        }
    }

    private static Stream<Wish> wish(LiveFact fact) {
        return fact instanceof LiveFact.Wished(var member, var shares, var adapted, var at)
                ? Stream.of(new Wish(member, shares, adapted))
                : Stream.empty();
    }

    /** Who has come or gone: while an ask is open, that changes who has not answered it. */
    void recordMoves(List<LiveFact> arrivals) {
        askMoved |= !arrivals.isEmpty() && score.state().ask() != null;
        record(arrivals);
    }

    /** Tells the relays how the open ask goes, if that has changed since the last call. */
    void tellAsk() {
        if (askMoved) {
            askMoved = false;
            relays.tell(new RelayMessage.Asked(score.ask()));
        }
    }
}
