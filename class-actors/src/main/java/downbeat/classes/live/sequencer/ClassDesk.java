package downbeat.classes.live.sequencer;

import downbeat.classes.live.course.Score;
import downbeat.classes.live.message.NextClass;
import downbeat.classes.live.message.RoomNow;
import downbeat.kernel.ClassId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where a sequencer tells the class itself, which remembers next year, what happened in its live part. */
public interface ClassDesk {

    /** The trainer pressed start. Told once; the class may know already. */
    void begun(ClassId classId);

    /** The trainer closed. */
    void closing(ClassId classId);

    /** The class that this one's members go on to, its lobby open if it starts soon; empty when there is none. */
    CompletionStage<Optional<NextClass>> next(ClassId classId);

    /** Outcomes and report. Completes with whether the class keeps them; told again otherwise. */
    CompletionStage<Boolean> finished(ClassId classId, Score score);

    /** What devices of the class should fetch ahead: a JSON object of the wire protocol. */
    CompletionStage<String> assets(ClassId classId);

    /** Who is in the rooms of the class now. */
    CompletionStage<RoomNow> room(ClassId classId);
}
