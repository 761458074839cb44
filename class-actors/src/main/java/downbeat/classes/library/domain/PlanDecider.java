package downbeat.classes.library.domain;

import downbeat.kernel.Decider;
import downbeat.kernel.Decision;
import java.time.Instant;

/** The rules about a plan on file: kept once, never changed, thrown away once. */
public final class PlanDecider implements Decider<PlanCommand, PlanEvent, PlanOnFile, PlanReply> {

    @Override
    public PlanOnFile initial() {
        return new PlanOnFile.Absent();
    }

    @Override
    public Decision<PlanEvent, PlanReply> decide(PlanOnFile state, PlanCommand command, Instant now) {
        return switch (command) {
            case PlanCommand.Keep keep -> keep(state, keep, now);
            case PlanCommand.Discard discard ->
                state instanceof PlanOnFile.Kept
                        ? Decision.accept(new PlanReply.ThrownAway(), new PlanEvent.PlanDiscarded(now))
                        : Decision.refuse(new PlanRefusal.NoSuchPlan());
        };
    }

    private static Decision<PlanEvent, PlanReply> keep(PlanOnFile state, PlanCommand.Keep keep, Instant now) {
        return switch (state) {
            case PlanOnFile.Absent absent ->
                Decision.accept(
                        new PlanReply.OnFile(),
                        new PlanEvent.PlanKept(keep.owner(), keep.fileName(), keep.plan(), now));
            case PlanOnFile.Kept kept ->
                kept.plan().equals(keep.plan()) && kept.owner().equals(keep.owner())
                        ? Decision.accept(new PlanReply.OnFile())
                        : Decision.refuse(new PlanRefusal.PlanIsFixed());
            case PlanOnFile.Discarded discarded -> Decision.refuse(new PlanRefusal.PlanIsFixed());
        };
    }

    @Override
    public PlanOnFile evolve(PlanOnFile state, PlanEvent event) {
        return switch (event) {
            case PlanEvent.PlanKept kept -> new PlanOnFile.Kept(kept.owner(), kept.fileName(), kept.plan(), kept.at());
            case PlanEvent.PlanDiscarded discarded -> new PlanOnFile.Discarded();
        };
    }
}
