package downbeat.classes.live.course;

import downbeat.classes.live.bio.Shares;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.report.RelayTally;
import downbeat.classes.plan.CuePlan;
import downbeat.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/** What happened in a running class. Facts are applied and sent first and journaled behind. */
public sealed interface LiveFact {

    /** The same of somebody who is not named. */
    default LiveFact nameless() {
        return switch (this) {
            case HandRaised(ParticipantId member, String name, ClassTime at) -> new HandRaised(member, "", at);
            case Arrived(ParticipantId member, String name, ClassTime at) -> new Arrived(member, "", at);
            case EpochOpened other -> other;
            case GenTaken other -> other;
            case CueIssued other -> other;
            case HandLowered other -> other;
            case Confirmed other -> other;
            case Expected other -> other;
            case Left other -> other;
            case Measured other -> other;
            case Wished other -> other;
            case Ended other -> other;
        };
    }

    /** The lobby opened: class time zero. */
    record EpochOpened(String epoch, CuePlan plan) implements LiveFact {}

    /**
     * Another writer took over.
     *
     * @param mark ties class time to the writer's clocks
     */
    record GenTaken(long gen, ClockMark mark) implements LiveFact {}

    /** A cue took its place in the log; a control cue carries the new state of the class. */
    record CueIssued(Cue cue) implements LiveFact {}

    /** @param name empty where it comes from the journal */
    record HandRaised(ParticipantId member, String name, ClassTime at) implements LiveFact {}

    /** @param byTrainer false for a member's own, and where it was not noted yet */
    record HandLowered(ParticipantId member, ClassTime at, boolean byTrainer) implements LiveFact {}

    record Confirmed(
            String ask, ParticipantId member, @Nullable Integer value, ClassTime at) implements LiveFact {}

    /** A join token was handed out. */
    record Expected(ParticipantId member, ClassTime at) implements LiveFact {}

    /**
     * The first device of a member connected.
     *
     * @param name empty where it comes from the journal
     */
    record Arrived(ParticipantId member, String name, ClassTime at) implements LiveFact {}

    /** The last device of a member went. */
    record Left(ParticipantId member, ClassTime at) implements LiveFact {}

    /** What a relay had measured so far; the newest of a run replaces the ones before. */
    record Measured(RelayTally tally) implements LiveFact {}

    /**
     * A member chose what the others may see, and whether cues are adapted.
     *
     * @param shares and {@code adapted}: all that the member has chosen so far
     */
    record Wished(ParticipantId member, Shares shares, boolean adapted, ClassTime at) implements LiveFact {}

    record Ended(ClassTime at) implements LiveFact {}
}
