package downbeat.classes.domain;

import downbeat.classes.domain.room.RoomId;
import downbeat.classes.domain.room.RoomTicket;
import downbeat.classes.domain.room.Stay;
import downbeat.classes.live.report.ClassReport;
import downbeat.classes.plan.CuePlan;
import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.bound.Wording;
import java.util.List;

/** Everything that can be asked of a class. Who may ask is decided outside. */
public sealed interface LiveClassCommand {
    record Draft(AccountId trainer, ClassDetails details) implements LiveClassCommand {}

    record Edit(ClassDetails details) implements LiveClassCommand {}

    record AttachPlan(CuePlan plan) implements LiveClassCommand {}

    record Schedule() implements LiveClassCommand {}

    record OpenLobby() implements LiveClassCommand {}

    record Begin() implements LiveClassCommand {}

    record Close() implements LiveClassCommand {}

    /** @param outcomes of those who connected; holders of a place who are missing did not come */
    record FinishClass(List<MemberOutcome> outcomes, ClassReport report) implements LiveClassCommand {
        public FinishClass {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** @param reason for the members, 1 to 280 characters */
    record Cancel(String reason) implements LiveClassCommand {
        public Cancel {
            if (reason.isBlank() || reason.length() > 280) {
                throw new IllegalArgumentException("reason must have 1 to 280 characters");
            }
            Wording.check("reason", reason);
        }
    }

    record Book(ParticipantId participant, PlaceKind place, boolean asTrial) implements LiveClassCommand {}

    /** Gives up a place, an offer or a position in the queue. */
    record CancelBooking(ParticipantId participant) implements LiveClassCommand {}

    record AcceptOffer(ParticipantId participant) implements LiveClassCommand {}

    record DeclineOffer(ParticipantId participant) implements LiveClassCommand {}

    record SwitchPlace(ParticipantId participant, PlaceKind place) implements LiveClassCommand {}

    /**
     * A place online, if one is free, for somebody who then gives up the one in the room.
     *
     * @param instead the place that is given up
     */
    record ComeOnline(ParticipantId participant, RoomTicket instead) implements LiveClassCommand {}

    /**
     * Gives up the place online of somebody who has one in the room now.
     *
     * @param instead the place they have
     */
    record GiveUpOnline(ParticipantId participant, RoomTicket instead) implements LiveClassCommand {}

    /**
     * Takes back that somebody came online: they have gone into the room meanwhile.
     *
     * @param instead the place they were to give up
     */
    record StayInRoom(ParticipantId participant, RoomTicket instead) implements LiveClassCommand {}

    /** When somebody was in a room, all of it. */
    record NoteStays(RoomId room, ParticipantId participant, List<Stay> stays) implements LiveClassCommand {
        public NoteStays {
            stays = List.copyOf(stays);
        }
    }

    /** @param inside people in a room now of whom nobody knows who they are, 0 or more */
    record CountUnnamed(RoomId room, int inside) implements LiveClassCommand {
        public CountUnnamed {
            if (inside < 0) {
                throw new IllegalArgumentException("inside must be 0 or more, but is " + inside);
            }
        }
    }
}
