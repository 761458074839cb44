package downbeat.drops.domain;

import static downbeat.drops.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.drops.domain.DropEvent.UnitsOffered;
import downbeat.drops.domain.claim.Claims;
import downbeat.drops.domain.claim.Stocks;
import downbeat.drops.domain.claim.Waiting;
import downbeat.kernel.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;

/** Whatever is asked of a drop in whatever order, over its whole life: a million decisions, each looked at. */
class WholeLifePropertyTest {
    private static final int COMMANDS = 200;

    private final DropDecider decider = new DropDecider();

    @Property(tries = 5_000)
    void nothing_is_oversold_nothing_is_lost_and_deadlines_progress(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 600) int pace) {
        live(seed, pace, UnaryOperator.identity());
    }

    /** The same life under a decider that forgets a rule: what looks at every decision must see it. */
    @Test
    void a_forgotten_limit_a_forgotten_stock_and_a_forgotten_window_are_all_seen() {
        assertThatThrownBy(() -> lives(Bugs::forgetsTheLimit)).hasMessageContaining("over the limit");
        assertThatThrownBy(() -> lives(Bugs::forgetsTheStock)).hasMessageContaining("oversold");
        assertThatThrownBy(() -> lives(Bugs::forgetsTheWindow)).hasMessageContaining("too full");
    }

    /** Old journals may hold anything: a fact that means nothing is let pass. */
    @Property(tries = 300)
    void any_facts_in_any_order_are_taken(@ForAll long seed) {
        var random = new Random(seed);
        var facts = new ArrayList<DropEvent>(facts(random.nextLong(), 20));
        facts.addAll(facts(random.nextLong(), 20));
        Collections.shuffle(facts, random);
        Drop state = decider.initial();
        for (var fact : facts) {
            state = decider.evolve(state, fact);
            assertThat(decider.deadline(state)).isNotNull();
            assertThat(decider.lapse(state, OPENED)).isNotNull();
        }
    }

    private void lives(UnaryOperator<Sheet> forgetful) {
        for (long seed = 0; seed < 300; seed++) {
            live(seed, 60, forgetful);
        }
    }

    /** @param forgetful what the rules see of the sheet */
    private void live(long seed, int pace, UnaryOperator<Sheet> forgetful) {
        var random = new Random(seed);
        var whims = new Whims(random);
        Drop state = begun(whims);
        Instant now = OPENED;
        for (int step = 0; step < COMMANDS; step++) {
            now = now.plusSeconds(random.nextInt(pace));
            var before = state;
            state = lapsed(state, now);
            var seen = state instanceof Drop.Written written ? written.with(forgetful.apply(written.sheet())) : state;
            if (decider.decide(seen, whims.command(now), now)
                    instanceof Decision.Accept<DropEvent, DropReply>(var events, var reply)) {
                state = told(state, events);
            }
            if (sheet(state).version() != sheet(before).version()) {
                Conservation.holds(state); // what has not changed has been looked at
            }
        }
    }

    /** Most lives are of drops that open; those that do not are short. */
    private Drop begun(Whims whims) {
        return told(decider.initial(), List.of(composed(whims.capsule()), new DropEvent.DropAnnounced(SEED, BEFORE)));
    }

    private Drop lapsed(Drop state, Instant now) {
        var lapsed = told(state, decider.lapse(state, now));
        if (!decider.lapse(lapsed, now).isEmpty()) {
            throw new AssertionError("time has not caused everything at " + now);
        }
        var deadline = decider.deadline(lapsed);
        if (deadline.isPresent() && !deadline.get().isAfter(now)) {
            throw new AssertionError("no progress: deadline " + deadline.get() + " at " + now);
        }
        return lapsed;
    }

    /** One fact after the other, each looked at. */
    private Drop told(Drop from, List<DropEvent> events) {
        var to = from;
        for (var event : events) {
            var before = to;
            to = decider.evolve(to, event);
            if (event instanceof UnitsOffered offered) {
                waited(sheet(before), offered);
            }
            if (before instanceof Drop.Written then && to instanceof Drop.Written now) {
                later(then, now);
            }
        }
        return to;
    }

    private static void later(Drop.Written then, Drop.Written now) {
        if (now.phase().compareTo(then.phase()) < 0
                || now.sheet().version() != then.sheet().version() + 1
                || now.sheet().claims().all().size()
                        < then.sheet().claims().all().size()) {
            throw new AssertionError(now.phase() + " does not follow " + then.phase());
        }
    }

    /** Nobody before them with the same order is passed over. */
    private static void waited(Sheet before, UnitsOffered offered) {
        for (Waiting waiting : before.waiting()) {
            if (waiting.who().equals(offered.who())) {
                return;
            }
            if (waiting.order().equals(offered.order())) {
                throw new AssertionError(waiting + " was passed over for " + offered);
            }
        }
        throw new AssertionError(offered + " to one who does not wait");
    }

    private List<DropEvent> facts(long seed, int commands) {
        var random = new Random(seed);
        var whims = new Whims(random);
        var facts = new ArrayList<DropEvent>();
        Drop state = begun(whims);
        facts.add(composed(whims.capsule()));
        for (int step = 0; step < commands; step++) {
            if (decider.decide(state, whims.command(OPENED), OPENED)
                    instanceof Decision.Accept<DropEvent, DropReply>(var events, var reply)) {
                facts.addAll(events);
                state = told(state, events);
            }
        }
        return facts;
    }

    /** What a forgetful decider does not see. */
    private static final class Bugs {
        static Sheet forgetsTheLimit(Sheet sheet) {
            var claims = sheet.claims();
            return with(sheet, new Claims(claims.all(), HashTreePMap.empty(), claims.timed()), sheet.stocks());
        }

        static Sheet forgetsTheStock(Sheet sheet) {
            var stocks = sheet.stocks();
            return with(sheet, sheet.claims(), new Stocks(Map.of(), stocks.loads(), stocks.open()));
        }

        static Sheet forgetsTheWindow(Sheet sheet) {
            var stocks = sheet.stocks();
            return with(sheet, sheet.claims(), new Stocks(stocks.tallies(), Map.of(), stocks.open()));
        }

        private static Sheet with(Sheet sheet, Claims claims, Stocks stocks) {
            return new Sheet(
                    sheet.trainer(),
                    sheet.details(),
                    sheet.seed(),
                    sheet.line(),
                    sheet.attendees(),
                    claims,
                    stocks,
                    sheet.waiting(),
                    sheet.closedPoints(),
                    sheet.version(),
                    sheet.edition());
        }
    }
}
