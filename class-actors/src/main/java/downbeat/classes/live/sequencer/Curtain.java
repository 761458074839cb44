package downbeat.classes.live.sequencer;

import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.TimerScheduler;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.kernel.ClassId;
import java.time.Duration;

/**
 * Between the trainer's close and the end: devices show the close, late acks arrive, and then the class is told its outcome,
 * again and again until it keeps it. Owned by one actor.
 */
final class Curtain {
    static final Duration FALLS = Duration.ofSeconds(10);

    private final ActorContext<SequencerMessage> context;
    private final TimerScheduler<SequencerMessage> timers;
    private final ClassId classId;
    private final ClassDesk desk;

    Curtain(
            ActorContext<SequencerMessage> context,
            TimerScheduler<SequencerMessage> timers,
            ClassId classId,
            ClassDesk desk) {
        this.context = context;
        this.timers = timers;
        this.classId = classId;
        this.desk = desk;
    }

    /** Begins to fall. That it is down is heard as {@link Heard.Curtain}. */
    void fall() {
        timers.startSingleTimer(new Heard.Curtain(), FALLS);
    }

    /** Tells the class its outcome. What came of it is heard as {@link Heard.Finished}. */
    void tell(Score score) {
        context.pipeToSelf(
                desk.finished(classId, score),
                (told, failure) -> new Heard.Finished(failure == null && Boolean.TRUE.equals(told)));
    }

    /** Returns whether the class keeps its outcome; otherwise the curtain falls once more. */
    boolean told(Heard.Finished finished) {
        if (!finished.told()) {
            context.getLog().warn("class {} could not be told its outcome yet", classId.value());
            fall();
        }
        return finished.told();
    }
}
