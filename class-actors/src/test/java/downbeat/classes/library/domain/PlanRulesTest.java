package downbeat.classes.library.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.classes.library.domain.PlanCommand.Discard;
import downbeat.classes.library.domain.PlanCommand.Keep;
import downbeat.classes.library.domain.PlanEvent.PlanDiscarded;
import downbeat.classes.library.domain.PlanEvent.PlanKept;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.kernel.AccountId;
import downbeat.kernel.Refusal;
import downbeat.kernel.spec.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlanRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final AccountId ROBIN = new AccountId("robin");
    private static final CuePlan EASY = freeFor(10);

    private static CuePlan freeFor(int minutes) {
        var ride = new Segment(
                0,
                SegmentKind.FREE,
                Duration.ZERO,
                Duration.ofMinutes(minutes),
                Optional.empty(),
                OptionalInt.empty(),
                "Ride");
        return CuePlan.of("Easy", "", List.of(ride), List.of());
    }

    private static DeciderSpec<PlanCommand, PlanEvent, PlanOnFile, PlanReply> shelf() {
        return DeciderSpec.of(new PlanDecider(), NOW);
    }

    private static DeciderSpec<PlanCommand, PlanEvent, PlanOnFile, PlanReply> kept() {
        return shelf().given(new PlanKept(ROBIN, "easy.zwo", EASY, NOW));
    }

    @Test
    void a_plan_is_kept_once_and_does_not_change() {
        shelf().when(new Keep(ROBIN, "easy.zwo", EASY))
                .then(new PlanKept(ROBIN, "easy.zwo", EASY, NOW))
                .replies(new PlanReply.OnFile());
        kept().when(new Keep(ROBIN, "easy.zwo", EASY)).thenNothing();
        kept().when(new Keep(ROBIN, "other.zwo", freeFor(20))).refuses(PlanRefusal.PlanIsFixed.class);
        kept().when(new Keep(new AccountId("kim"), "easy.zwo", EASY)).refuses(PlanRefusal.PlanIsFixed.class);
    }

    @Test
    void a_plan_is_thrown_away_once_and_does_not_come_back() {
        var gone = kept().when(new Discard())
                .then(new PlanDiscarded(NOW))
                .replies(new PlanReply.ThrownAway())
                .leaves(state -> assertThat(state).isInstanceOf(PlanOnFile.Discarded.class))
                .and();
        gone.when(new Discard()).refuses(PlanRefusal.NoSuchPlan.class);
        gone.when(new Keep(ROBIN, "easy.zwo", EASY)).refuses(PlanRefusal.PlanIsFixed.class);
    }

    @Test
    void nothing_that_was_never_kept_can_be_thrown_away() {
        assertThat(shelf().when(new Discard()).refusal().kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(new PlanRefusal.PlanIsFixed().detail()).contains("import the new one");
    }

    @Test
    void a_plan_has_the_name_of_its_file() {
        assertThatThrownBy(() -> new Keep(ROBIN, " ", EASY)).hasMessageContaining("name");
    }
}
