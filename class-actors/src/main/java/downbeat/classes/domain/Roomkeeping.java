package downbeat.classes.domain;

import downbeat.classes.domain.LiveClass.Written;
import downbeat.classes.domain.LiveClassEvent.AttendanceRevised;
import downbeat.classes.domain.LiveClassEvent.StaysNoted;
import downbeat.classes.domain.LiveClassEvent.UnnamedCounted;
import downbeat.classes.domain.room.Guest;
import downbeat.kernel.Decision;
import downbeat.kernel.ParticipantId;
import java.time.Instant;

/** Keeps what the doors say of who is in the rooms. The same once more changes nothing. */
final class Roomkeeping {
    private final Telling telling;

    Roomkeeping(Written state, Instant now) {
        this.telling = new Telling(state, now);
    }

    Decision<LiveClassEvent, LiveClassReply> note(LiveClassCommand.NoteStays command) {
        var who = command.participant();
        var known = telling.sheet().rooms().guest(command.room(), who);
        var guest = new Guest(command.room(), who, command.stays());
        boolean news = known.isPresent()
                ? !known.get().equals(guest)
                : !command.stays().isEmpty();
        if (news) {
            telling.tell(new StaysNoted(command.room(), who, command.stays(), telling.now()));
            revise(who);
        }
        return telling.replying(new LiveClassReply.Noted());
    }

    /** A door that was offline may say after the end who had been in. */
    private void revise(ParticipantId who) {
        if (telling.state() instanceof LiveClass.Ended ended && ended.report().isPresent()) {
            Attending.revised(ended, who)
                    .filter(now -> !ended.attendances().contains(now))
                    .ifPresent(now -> telling.tell(new AttendanceRevised(now, telling.now())));
        }
    }

    Decision<LiveClassEvent, LiveClassReply> count(LiveClassCommand.CountUnnamed command) {
        if (telling.sheet().rooms().unnamedIn(command.room()) != command.inside()) {
            telling.tell(new UnnamedCounted(command.room(), command.inside(), telling.now()));
        }
        return telling.replying(new LiveClassReply.Noted());
    }
}
