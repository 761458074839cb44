package downbeat.classes.participant.domain;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.PlaceKind;
import downbeat.kernel.Cell;
import downbeat.kernel.ClassId;
import java.time.Instant;

/** Everything that can happen to a participant. Stored for good: add, never change. */
public sealed interface ParticipantEvent {
    Instant at();

    record ParticipantRegistered(String name, Instant at) implements ParticipantEvent {}

    record ParticipantRenamed(String name, Instant at) implements ParticipantEvent {}

    record MembershipBegun(Instant at) implements ParticipantEvent {}

    record ConsentGiven(Consent consent, Instant at) implements ParticipantEvent {}

    record ConsentWithdrawn(Consent consent, Instant at) implements ParticipantEvent {}

    /** @param home of resolution 7 at most: some five square kilometres */
    record HomeSet(Cell home, Instant at) implements ParticipantEvent {}

    record HomeForgotten(Instant at) implements ParticipantEvent {}

    record BookingNoted(ClassId classId, PlaceKind place, boolean trial, Instant at) implements ParticipantEvent {}

    record BookingReleased(ClassId classId, Instant at) implements ParticipantEvent {}

    record AttendanceNoted(ClassId classId, Attendance attendance, Instant at) implements ParticipantEvent {}
}
