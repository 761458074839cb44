package downbeat.drops.domain;

import downbeat.drops.domain.crowd.Audience;
import java.time.Instant;

/** Why it is not, or not yet, for somebody. */
public sealed interface CrowdRefusal extends DropRefusal {
    record DidNotTakePart() implements CrowdRefusal {
        @Override
        public String detail() {
            return "This drop is for those who took part in the class, and you were not there.";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    record TookTooLittlePart(int percent, int needed, int reps, int neededReps) implements CrowdRefusal {
        @Override
        public String detail() {
            return "This drop is for those who were there for " + needed + " % of the class"
                    + (neededReps > 0 ? " or did " + neededReps + " repetitions" : "") + "; you were there for "
                    + percent + " %" + (neededReps > 0 ? " and did " + reps : "") + ".";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    record ForOthers(Audience audience) implements CrowdRefusal {
        @Override
        public String detail() {
            return "This drop is for "
                    + switch (audience) {
                        case EVERYBODY -> "everybody who took part";
                        case IN_ROOM -> "those who were in the room";
                        case ONLINE -> "those who were online";
                        case MEMBERS -> "members";
                        case TRIALS -> "those who tried the class";
                    }
                    + ".";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The head start of others. */
    record NotYet(Instant from) implements CrowdRefusal {
        @Override
        public String detail() {
            return "Those who were in the room come first; you can claim from " + from + ".";
        }
    }

    record NotInLine() implements CrowdRefusal {
        @Override
        public String detail() {
            return "There is a waiting room: enter it first.";
        }
    }

    /** @param position from 1 */
    record NotYourTurn(int position, Instant turn) implements CrowdRefusal {
        @Override
        public String detail() {
            return "You are number " + position + " in the waiting room; your turn is at " + turn + ".";
        }
    }

    /** Their turn has come, and they do not show that they were let in. */
    record NotAdmitted() implements CrowdRefusal {
        @Override
        public String detail() {
            return "There is a waiting room: read the drop for your admission, and claim with it.";
        }
    }

    record NoWaitingRoom() implements CrowdRefusal {
        @Override
        public String detail() {
            return "This drop has no waiting room: claim when it opens.";
        }
    }

    record WaitingRoomFull(int most) implements CrowdRefusal {
        @Override
        public String detail() {
            return "The waiting room is full: " + most + " are in it.";
        }
    }
}
