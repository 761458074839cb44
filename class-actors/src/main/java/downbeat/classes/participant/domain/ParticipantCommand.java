package downbeat.classes.participant.domain;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.PlaceKind;
import downbeat.kernel.Cell;
import downbeat.kernel.ClassId;
import downbeat.kernel.bound.Wording;
import java.util.List;

/** Everything that can be asked of a participant. */
public sealed interface ParticipantCommand {
    /** @param name 1 to 80 characters */
    record Register(String name) implements ParticipantCommand {
        public Register {
            ParticipantCommand.checkName(name);
        }
    }

    /** @param name 1 to 80 characters */
    record Rename(String name) implements ParticipantCommand {
        public Rename {
            ParticipantCommand.checkName(name);
        }
    }

    /** A trial is over: from now on a member. */
    record BecomeMember() implements ParticipantCommand {}

    record GiveConsent(Consent consent) implements ParticipantCommand {}

    record WithdrawConsent(Consent consent) implements ParticipantCommand {}

    record SetHome(Cell home) implements ParticipantCommand {}

    record ForgetHome() implements ParticipantCommand {}

    /** All of these, one after the other, or none of them. */
    record Together(List<ParticipantCommand> parts) implements ParticipantCommand {
        public Together {
            parts = List.copyOf(parts);
        }
    }

    record NoteBooking(ClassId classId, PlaceKind place, boolean trial) implements ParticipantCommand {}

    record NoteRelease(ClassId classId) implements ParticipantCommand {}

    record NoteAttendance(ClassId classId, Attendance attendance) implements ParticipantCommand {}

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("name must have 1 to 80 characters");
        }
        Wording.check("name", name);
    }
}
