package downbeat.classes.participant.domain;

import downbeat.classes.participant.domain.Participant.Known;
import downbeat.classes.participant.domain.ParticipantCommand.*;
import downbeat.classes.participant.domain.ParticipantEvent.*;
import downbeat.kernel.Decider;
import downbeat.kernel.Decision;
import downbeat.kernel.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules about a participant. Whatever is so already is accepted without a new fact. */
public final class ParticipantDecider
        implements Decider<ParticipantCommand, ParticipantEvent, Participant, ParticipantReply> {
    /** H3 resolution of a home cell: about 5 square kilometres. */
    public static final int FINEST_HOME = 7;

    @Override
    public Participant initial() {
        return new Participant.Unknown();
    }

    @Override
    public Participant evolve(Participant state, ParticipantEvent event) {
        return Life.after(state, event);
    }

    @Override
    public Decision<ParticipantEvent, ParticipantReply> decide(
            Participant state, ParticipantCommand command, Instant now) {
        return switch (state) {
            case Participant.Unknown unknown ->
                command instanceof Register register
                        ? noted(new ParticipantRegistered(register.name(), now))
                        : Decision.refuse(new ParticipantRefusal.NoSuchParticipant());
            case Known known -> decide(known, command, now);
        };
    }

    private static Decision<ParticipantEvent, ParticipantReply> decide(
            Known state, ParticipantCommand command, Instant now) {
        return switch (command) {
            case Register register ->
                register.name().equals(state.name())
                        ? noted()
                        : Decision.refuse(new ParticipantRefusal.AlreadyRegistered());
            case Rename rename ->
                rename.name().equals(state.name()) ? noted() : noted(new ParticipantRenamed(rename.name(), now));
            case BecomeMember become -> state.memberSince().isPresent() ? noted() : noted(new MembershipBegun(now));
            case GiveConsent give ->
                state.consents().containsKey(give.consent()) ? noted() : noted(new ConsentGiven(give.consent(), now));
            case WithdrawConsent withdraw -> withdraw(state, withdraw.consent(), now);
            case SetHome set -> setHome(state, set, now);
            case ForgetHome forget -> state.home().isPresent() ? noted(new HomeForgotten(now)) : noted();
            case Together together -> together(state, together, now);
            case NoteBooking note -> noteBooking(state, note, now);
            case NoteRelease note ->
                state.bookings().containsKey(note.classId())
                        ? noted(new BookingReleased(note.classId(), now))
                        : noted();
            case NoteAttendance note ->
                note.attendance().equals(state.attended().get(note.classId()))
                        ? noted()
                        : noted(new AttendanceNoted(note.classId(), note.attendance(), now));
        };
    }

    /** What is edited is the profile, whatever part of it. */
    @Override
    public Optional<Version> version(Participant state, ParticipantCommand command) {
        return command instanceof Together && state instanceof Known known
                ? Optional.of(known.profile().version())
                : Optional.empty();
    }

    /** Each part is decided on what the parts before it make; the first that is refused refuses them all. */
    private static Decision<ParticipantEvent, ParticipantReply> together(Known state, Together together, Instant now) {
        var events = new ArrayList<ParticipantEvent>();
        var known = state;
        for (var part : together.parts()) {
            switch (decide(known, part, now)) {
                case Decision.Refuse<ParticipantEvent, ParticipantReply> refused -> {
                    return refused;
                }
                case Decision.Accept<ParticipantEvent, ParticipantReply>(var caused, var reply) -> {
                    events.addAll(caused);
                    known = Life.after(known, caused);
                }
            }
        }
        return Decision.accept(new ParticipantReply.Noted(), events);
    }

    /** What a consent allowed goes with it. */
    private static Decision<ParticipantEvent, ParticipantReply> withdraw(Known state, Consent consent, Instant now) {
        var events = new ArrayList<ParticipantEvent>();
        if (state.consents().containsKey(consent)) {
            events.add(new ConsentWithdrawn(consent, now));
            if (consent == Consent.LOCATION && state.home().isPresent()) {
                events.add(new HomeForgotten(now));
            }
        }
        return Decision.accept(new ParticipantReply.Noted(), events);
    }

    private static Decision<ParticipantEvent, ParticipantReply> setHome(Known state, SetHome set, Instant now) {
        if (set.home().resolution() > FINEST_HOME) {
            return Decision.refuse(new ParticipantRefusal.TooPrecise(set.home().resolution()));
        }
        if (!state.consents().containsKey(Consent.LOCATION)) {
            return Decision.refuse(new ParticipantRefusal.NeedsConsent(Consent.LOCATION));
        }
        return state.home().equals(Optional.of(set.home())) ? noted() : noted(new HomeSet(set.home(), now));
    }

    /** A booking told of late must not bring a class back that is over; who switches place stays on trial. */
    private static Decision<ParticipantEvent, ParticipantReply> noteBooking(
            Known state, NoteBooking note, Instant now) {
        var before = state.bookings().get(note.classId());
        boolean trial = note.trial() || (before != null && before.trial());
        boolean known = state.attended().containsKey(note.classId())
                || new Participant.Held(note.place(), trial).equals(before);
        return known ? noted() : noted(new BookingNoted(note.classId(), note.place(), trial, now));
    }

    private static Decision<ParticipantEvent, ParticipantReply> noted(ParticipantEvent... events) {
        return Decision.accept(new ParticipantReply.Noted(), List.of(events));
    }
}
