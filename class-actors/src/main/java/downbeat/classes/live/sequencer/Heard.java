package downbeat.classes.live.sequencer;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.course.LiveFact;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.NextClass;
import downbeat.classes.live.message.RoomNow;
import downbeat.classes.live.message.SequencerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sequencer hears from its journal and its timers. */
sealed interface Heard extends SequencerMessage.Inside {

    /** The journal is read. The score is the sequencer's from now on. */
    record Recovered(Score score) implements Heard {}

    record Written() implements Heard {}

    /** A quarter of a second has passed. */
    record Beat() implements Heard {}

    /** A second has passed. */
    record Second() implements Heard {}

    /** The time after the close is over. */
    record Curtain() implements Heard {}

    /** The longest that a class waits for its drops is over. */
    record Encore() implements Heard {}

    /** Members who were here before a restart had time to come back. */
    record Settle() implements Heard {}

    /** The class keeps its outcome, or it could not be told. */
    record Finished(boolean told) implements Heard {}

    /** The class that follows this one is known; null when there is none, or it could not be found out. */
    record NextFound(@Nullable NextClass next) implements Heard {}

    /** @param json what devices should fetch ahead; null when it could not be read */
    record Packed(@Nullable String json) implements Heard {}

    /** @param room who is there; null when it could not be read */
    record RoomRead(@Nullable RoomNow room) implements Heard {}

    /** To the journal. */
    record Write(List<LiveFact> facts, ActorRef<SequencerMessage> replyTo) {}

    /** An answer that waits until its facts are safe. */
    record Waiting(ActorRef<LiveAnswer> replyTo, LiveAnswer answer) {}
}
