package downbeat.classes.domain;

import static downbeat.classes.domain.Fixtures.BEFORE;
import static downbeat.classes.domain.Fixtures.details;
import static downbeat.classes.domain.Fixtures.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.domain.LiveClass.Written;
import downbeat.classes.domain.LiveClassCommand.*;
import downbeat.kernel.Decision;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PlacesPropertyTest {
    private final LiveClassDecider decider = new LiveClassDecider();

    @Property(tries = 300)
    void whatever_is_asked_no_place_is_sold_twice_and_nobody_is_passed_over(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int online, @ForAll @IntRange(max = 2) int inRoom) {
        var random = new Random(seed);
        LiveClass state = decider.initial();
        for (var event : scheduled(online, inRoom)) {
            state = decider.evolve(state, event);
        }
        Instant now = BEFORE;
        for (int step = 0; step < 120; step++) {
            now = now.plus(Duration.ofSeconds(random.nextInt(600)));
            var before = state;
            var facts = new ArrayList<>(decider.lapse(state, now));
            state = evolved(state, facts);
            var deadline = decider.deadline(state);
            assertThat(deadline.isEmpty() || deadline.get().isAfter(now)).isTrue();
            if (decider.decide(state, command(random, online), now)
                    instanceof Decision.Accept<LiveClassEvent, LiveClassReply>(var events, var reply)) {
                state = evolved(state, events);
                facts.addAll(events);
            }
            holds((Written) state);
            firstComeFirstServed((Written) before, facts);
        }
    }

    private LiveClass evolved(LiveClass from, List<LiveClassEvent> events) {
        var to = from;
        for (var event : events) {
            to = decider.evolve(to, event);
        }
        return to;
    }

    private static void holds(Written state) {
        var places = state.sheet().places();
        var people = new HashSet<ParticipantId>();
        places.booked().forEach(b -> assertThat(people.add(b.who())).isTrue());
        places.offers().forEach(o -> assertThat(people.add(o.who())).isTrue());
        places.waiting().forEach(w -> assertThat(people.add(w.who())).isTrue());
        for (var place : PlaceKind.values()) {
            assertThat(state.sheet().left(place)).isNotNegative();
            assertThat(state.sheet().left(place) == 0 || places.waitingFor(place) == 0)
                    .as("free places while people wait")
                    .isTrue();
        }
    }

    /** Replays the facts: each offer goes to the head of its queue. */
    private void firstComeFirstServed(Written before, List<LiveClassEvent> facts) {
        LiveClass state = before;
        for (var fact : facts) {
            if (fact instanceof LiveClassEvent.PlaceOffered offered && state instanceof Written written) {
                assertThat(written.sheet().places().nextFor(offered.place()).map(Waiting::who))
                        .contains(offered.participant());
            }
            state = decider.evolve(state, fact);
        }
    }

    private static LiveClassCommand command(Random random, int online) {
        var who = new ParticipantId("p" + random.nextInt(8));
        var place = random.nextBoolean() ? PlaceKind.ONLINE : PlaceKind.IN_ROOM;
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> new Book(who, place, random.nextBoolean());
            case 4, 5 -> new CancelBooking(who);
            case 6, 7 -> new AcceptOffer(who);
            case 8 -> new DeclineOffer(who);
            case 9, 10 -> new SwitchPlace(who, place);
            default -> new Edit(details(online + random.nextInt(3), random.nextInt(3)));
        };
    }
}
