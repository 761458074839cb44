package downbeat.kernel.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.Tally.Command.Rest;
import downbeat.cluster.tally.Tally.Event.Counted;
import downbeat.cluster.tally.Tally.Event.RestBegan;
import downbeat.cluster.tally.Tally.Event.RestEnded;
import downbeat.cluster.tally.Tally.TallyRefusal.TooMuch;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The spec itself must be able to fail. */
class DeciderSpecTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static DeciderSpec<Tally.Command, Tally.Event, Tally, Tally.Reply> tally() {
        return DeciderSpec.of(Tally.AGGREGATE.decider(), NOON);
    }

    @Test
    void given_facts_when_a_command_then_events() {
        tally().given(new Counted(2, NOON))
                .when(new Count(3))
                .then(new Counted(3, NOON))
                .replies(new Tally.Reply(5))
                .leaves(tally -> assertThat(tally.count()).isEqualTo(5));
    }

    @Test
    void given_facts_when_a_command_then_a_refusal() {
        tally().given(new Counted(2, NOON))
                .when(new Count(Tally.LIMIT))
                .refuses(new TooMuch(Tally.LIMIT))
                .refuses(TooMuch.class);
    }

    @Test
    void time_that_has_passed_becomes_fact_before_the_command() {
        Instant later = NOON.plusSeconds(60);
        tally().when(new Rest(NOON.plusSeconds(30)))
                .then(new RestBegan(NOON.plusSeconds(30), NOON))
                .and()
                .after(Duration.ofSeconds(60))
                .when(new Count(1))
                .then(new RestEnded(later), new Counted(1, later));
        tally().given(new RestBegan(NOON.plusSeconds(30), NOON))
                .whenTimePasses()
                .thenNothing();
    }

    @Test
    void what_is_not_so_fails() {
        var step = tally().when(new Count(1));
        assertThatThrownBy(() -> step.then(new Counted(2, NOON)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected: [Counted[by=2")
                .hasMessageContaining("but was: [Counted[by=1");
        assertThatThrownBy(step::thenNothing).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> step.replies(new Tally.Reply(9))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> step.refuses(TooMuch.class)).isInstanceOf(AssertionError.class);
        var refused = tally().when(new Count(Tally.LIMIT + 1));
        assertThatThrownBy(() -> refused.then(new Counted(1, NOON)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was refused");
        assertThatThrownBy(refused::reply).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> refused.refuses(new TooMuch(1))).isInstanceOf(AssertionError.class);
    }
}
