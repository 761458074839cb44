package downbeat.classes.participant.reaction;

import akka.Done;
import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.participant.domain.ParticipantCommand;
import downbeat.classes.participant.domain.ParticipantCommand.NoteAttendance;
import downbeat.classes.participant.domain.ParticipantCommand.NoteBooking;
import downbeat.classes.participant.domain.ParticipantCommand.NoteRelease;
import downbeat.classes.participant.entity.Participants;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.reaction.Reaction;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Bookings and outcomes of classes become part of the history of those they concern. Noting is the same once or twice,
 * so no key is needed. Somebody who never registered as a participant has no history: that refusal is final.
 */
public final class NoteClassesWithParticipants implements Reaction<LiveClassEvent> {
    private final Participants participants;
    private final LiveClasses classes;

    public NoteClassesWithParticipants(Participants participants, LiveClasses classes) {
        this.participants = participants;
        this.classes = classes;
    }

    @Override
    public String name() {
        return "note-classes-with-participants";
    }

    @Override
    public CompletionStage<Done> on(Recorded<LiveClassEvent> fact) {
        var id = new ClassId(fact.entityId());
        return switch (fact.event()) {
            case LiveClassEvent.PlaceBooked e -> note(e.participant(), new NoteBooking(id, e.place(), e.trial()));
            case LiveClassEvent.OfferAccepted e -> note(e.participant(), new NoteBooking(id, e.place(), e.trial()));
            case LiveClassEvent.PlaceSwitched e -> note(e.participant(), new NoteBooking(id, e.to(), false));
            case LiveClassEvent.BookingCancelled e -> note(e.participant(), new NoteRelease(id));
            case LiveClassEvent.ClassFinished e -> noteAll(id, e.attendances().toArray(Attendance[]::new));
            case LiveClassEvent.ClassDrafted e -> nothing();
            case LiveClassEvent.ClassEdited e -> nothing();
            case LiveClassEvent.PlanAttached e -> nothing();
            case LiveClassEvent.ClassScheduled e -> nothing();
            case LiveClassEvent.LobbyOpened e -> nothing();
            case LiveClassEvent.ClassBegun e -> nothing();
            case LiveClassEvent.ClosingBegun e -> nothing();
            case LiveClassEvent.ClassEnded e -> releaseAll(id);
            case LiveClassEvent.ClassCancelled e -> releaseAll(id);
            case LiveClassEvent.WaitingJoined e -> nothing();
            case LiveClassEvent.WaitingLeft e -> nothing();
            case LiveClassEvent.PlaceOffered e -> nothing();
            case LiveClassEvent.OfferDeclined e -> nothing();
            case LiveClassEvent.OfferLapsed e -> nothing();
            case LiveClassEvent.CameOnline e -> note(e.participant(), new NoteBooking(id, PlaceKind.ONLINE, e.trial()));
            case LiveClassEvent.StaysNoted e -> nothing();
            case LiveClassEvent.UnnamedCounted e -> nothing();
            case LiveClassEvent.AttendanceRevised e -> noteAll(id, e.attendance());
        };
    }

    private CompletionStage<Done> noteAll(ClassId id, Attendance... attendances) {
        CompletionStage<Done> all = nothing();
        for (var attendance : attendances) {
            all = all.thenCompose(done -> note(attendance.booking().who(), new NoteAttendance(id, attendance)));
        }
        return all;
    }

    /**
     * The places of a class that is over are still on its card. An outcome that comes late is noted all the same; one that
     * never comes leaves nobody with a place in a class of the past.
     */
    private CompletionStage<Done> releaseAll(ClassId id) {
        return classes.show(id).thenCompose(card -> {
            CompletionStage<Done> all = nothing();
            for (var booking : card.map(ClassCard::bookings).orElse(List.of())) {
                all = all.thenCompose(done -> note(booking.participant(), new NoteRelease(id)));
            }
            return all;
        });
    }

    private CompletionStage<Done> note(ParticipantId who, ParticipantCommand command) {
        return participants.ask(who, command).thenApply(outcome -> Done.getInstance());
    }

    private static CompletionStage<Done> nothing() {
        return CompletableFuture.completedFuture(Done.getInstance());
    }
}
