package downbeat.drops.reaction;

import akka.Done;
import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.reaction.Reaction;
import downbeat.drops.domain.DropCommand;
import downbeat.drops.domain.DropCommand.NoteAttendance;
import downbeat.drops.domain.DropCommand.Open;
import downbeat.drops.entity.Drops;
import downbeat.kernel.ClassId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The close of a class opens its drops, with who took part. Opening or noting again changes nothing, so no key is needed; a refusal
 * is final: the drop is a draft still, or was opened or cancelled by its trainer.
 */
public final class OpenDropWhenClassCloses implements Reaction<LiveClassEvent> {
    private final Drops drops;
    private final DropFinder finder;
    private final TellTheRoom room;

    public OpenDropWhenClassCloses(Drops drops, DropFinder finder, TellTheRoom room) {
        this.drops = drops;
        this.finder = finder;
        this.room = room;
    }

    @Override
    public String name() {
        return "open-drop-when-class-closes";
    }

    @Override
    public CompletionStage<Done> on(Recorded<LiveClassEvent> fact) {
        var id = new ClassId(fact.entityId());
        return switch (fact.event()) {
            case LiveClassEvent.ClosingBegun e -> finder.eachOf(id, room::follow);
            case LiveClassEvent.ClassFinished e -> tell(id, new Open(Crowd.of(e.attendances())));
            case LiveClassEvent.AttendanceRevised e -> note(id, List.of(e.attendance()));
            default -> DropFinder.nothing();
        };
    }

    private CompletionStage<Done> note(ClassId id, List<Attendance> attendances) {
        return tell(id, new NoteAttendance(Crowd.of(attendances).getFirst()));
    }

    private CompletionStage<Done> tell(ClassId id, DropCommand command) {
        return finder.eachOf(id, drop -> drops.ask(drop, command).thenApply(outcome -> Done.getInstance()));
    }
}
