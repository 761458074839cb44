package downbeat.classes.golden;

import downbeat.classes.golden.GoldenFilesTest.Family;
import downbeat.classes.library.domain.PlanCommand;
import downbeat.classes.library.domain.PlanEvent;
import downbeat.classes.library.domain.PlanOnFile;
import downbeat.classes.library.domain.PlanRefusal;
import downbeat.classes.library.domain.PlanReply;
import downbeat.classes.library.entity.PlanCard;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PlannedCue;
import downbeat.classes.plan.PlannedVerb;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.classes.plan.Sport;
import downbeat.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

final class PlanSamples {
    static final Instant AT = Instant.parse("2026-11-20T09:00:00.123Z");
    static final AccountId ROBIN = new AccountId("robin");

    private PlanSamples() {}

    /** Written out, so that the wording of announcements may change. */
    static CuePlan plan() {
        var ride = new Segment(
                0,
                SegmentKind.STEADY,
                Duration.ZERO,
                Duration.ofMillis(60_500),
                Optional.of(new PowerRange(80, 100.25)),
                OptionalInt.of(90),
                "Steady");
        var free = new Segment(
                1,
                SegmentKind.FREE,
                Duration.ofMillis(60_500),
                Duration.ofMinutes(3),
                Optional.empty(),
                OptionalInt.empty(),
                "Free ride");
        var cues = List.of(
                cue(0, 0, PlannedVerb.SEGMENT, "Go", 0),
                cue(1, 5, PlannedVerb.SAY, "Größe", 0),
                cue(2, 6, PlannedVerb.SHOW, "Look", 0),
                cue(3, 59, PlannedVerb.COUNT, "1", 1));
        return new CuePlan("Short", "Two parts", Sport.BIKE, List.of(ride, free), cues);
    }

    private static CuePlan run() {
        var ride = plan();
        return new CuePlan(ride.title(), ride.description(), Sport.RUN, ride.segments(), ride.cues());
    }

    private static PlannedCue cue(int number, int second, PlannedVerb verb, String text, int index) {
        return new PlannedCue("p-" + number, Duration.ofSeconds(second), verb, text, Duration.ofSeconds(10), index);
    }

    static List<Family> families() {
        return List.of(
                new Family(
                        "plan-commands",
                        PlanCommand.class,
                        List.of(new PlanCommand.Keep(ROBIN, "short.zwo", plan()), new PlanCommand.Discard())),
                new Family(
                        "plan-events",
                        PlanEvent.class,
                        List.of(
                                new PlanEvent.PlanKept(ROBIN, "short.zwo", plan(), AT),
                                new PlanEvent.PlanDiscarded(AT),
                                new PlanEvent.PlanKept(ROBIN, "short.zwo", run(), AT))),
                new Family(
                        "plan-states",
                        PlanOnFile.class,
                        List.of(
                                new PlanOnFile.Absent(),
                                new PlanOnFile.Kept(ROBIN, "short.zwo", plan(), AT),
                                new PlanOnFile.Discarded())),
                new Family(
                        "plan-replies", PlanReply.class, List.of(new PlanReply.OnFile(), new PlanReply.ThrownAway())),
                new Family(
                        "plan-refusals",
                        PlanRefusal.class,
                        List.of(new PlanRefusal.NoSuchPlan(), new PlanRefusal.PlanIsFixed())),
                new Family("plan-cards", PlanCard.class, List.of(new PlanCard(ROBIN, "short.zwo", plan(), AT))));
    }
}
