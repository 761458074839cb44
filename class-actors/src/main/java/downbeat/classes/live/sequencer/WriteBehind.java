package downbeat.classes.live.sequencer;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.course.LiveFact;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.SequencerMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts on their way into the journal, one row under way at a time, and the answers that wait for them. Facts have long
 * been sent to the relays by then: nothing but an answer waits. Owned by one actor.
 */
final class WriteBehind {
    private final ActorRef<Heard.Write> journal;
    private final ActorRef<SequencerMessage> writer;
    private List<LiveFact> unwritten = new ArrayList<>();
    private List<Heard.Waiting> waiting = new ArrayList<>();
    private List<Heard.Waiting> inFlight = List.of();
    private boolean writing;

    /** @param writer is told {@link Heard.Written} after each row, and must hand that on to {@link #written} */
    WriteBehind(ActorRef<Heard.Write> journal, ActorRef<SequencerMessage> writer) {
        this.journal = journal;
        this.writer = writer;
    }

    void add(List<LiveFact> facts) {
        unwritten.addAll(facts);
        write();
    }

    /** Answers when everything added so far is in the journal; a refusal has nothing to wait for. */
    void answer(ActorRef<LiveAnswer> replyTo, LiveAnswer answer) {
        if (answer instanceof LiveAnswer.Refused || (!writing && unwritten.isEmpty())) {
            replyTo.tell(answer);
        } else {
            waiting.add(new Heard.Waiting(replyTo, answer));
        }
    }

    /** The row under way is in the journal. */
    void written() {
        writing = false;
        inFlight.forEach(done -> done.replyTo().tell(done.answer()));
        inFlight = List.of();
        if (unwritten.isEmpty()) {
            waiting.forEach(done -> done.replyTo().tell(done.answer()));
        } else {
            inFlight = waiting;
        }
        waiting = new ArrayList<>();
        write();
    }

    private void write() {
        if (!writing && !unwritten.isEmpty()) {
            writing = true;
            journal.tell(new Heard.Write(unwritten, writer));
            unwritten = new ArrayList<>();
        }
    }
}
