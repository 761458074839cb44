package downbeat.classes.domain;

import static downbeat.classes.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.domain.LiveClassCommand.*;
import downbeat.kernel.ClassId;
import downbeat.kernel.Decision;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is asked of a class in whatever order, over its whole life. */
class WholeLifePropertyTest {
    private final LiveClassDecider decider = new LiveClassDecider();

    @Property(tries = 300)
    void a_class_only_goes_forward_keeps_its_promises_and_its_deadlines_progress(
            @ForAll long seed, @ForAll @IntRange(min = 30, max = 20_000) int pace) {
        var random = new Random(seed);
        LiveClass state = decider.initial();
        Instant now = BEFORE;
        for (int step = 0; step < 150; step++) {
            now = now.plusSeconds(random.nextInt(pace));
            var before = state;
            state = evolved(state, decider.lapse(state, now));
            assertThat(decider.lapse(state, now))
                    .as("time has caused everything")
                    .isEmpty();
            var deadline = decider.deadline(state);
            assertThat(deadline.isEmpty() || deadline.get().isAfter(now))
                    .as("the deadline %s after %s", deadline, now)
                    .isTrue();
            if (decider.decide(state, command(random), now)
                    instanceof Decision.Accept<LiveClassEvent, LiveClassReply>(var events, var reply)) {
                state = evolved(state, events);
            }
            holds(before, state);
        }
    }

    /** Old journals may hold anything: a fact that means nothing is let pass. */
    @Property(tries = 200)
    void any_facts_in_any_order_are_taken(@ForAll long seed) {
        var random = new Random(seed);
        LiveClass state = decider.initial();
        for (int step = 0; step < 60; step++) {
            state = decider.evolve(state, fact(random, BEFORE.plusSeconds(step)));
            assertThat(decider.deadline(state)).isNotNull();
        }
    }

    private LiveClass evolved(LiveClass from, List<LiveClassEvent> events) {
        var to = from;
        for (var event : new ArrayList<>(events)) {
            to = decider.evolve(to, event);
        }
        return to;
    }

    private static void holds(LiveClass before, LiveClass after) {
        if (!(after instanceof LiveClass.Written now)) {
            return;
        }
        if (before instanceof LiveClass.Written then) {
            assertThat(now.phase()).isGreaterThanOrEqualTo(then.phase());
            assertThat(now.sheet().version())
                    .isGreaterThanOrEqualTo(then.sheet().version());
        }
        for (var place : PlaceKind.values()) {
            assertThat(now.sheet().left(place)).isNotNegative();
        }
        boolean over = now.phase().compareTo(Phase.LIVE) > 0;
        var places = now.sheet().places();
        assertThat(!over || (places.offers().isEmpty() && places.waiting().isEmpty()))
                .as("nobody waits for a class that is over")
                .isTrue();
        if (now instanceof LiveClass.Ended ended && ended.report().isPresent()) {
            assertThat(ended.attendances()).hasSameSizeAs(places.booked());
        }
    }

    private static LiveClassCommand command(Random random) {
        var who = new ParticipantId("p" + random.nextInt(6));
        var place = random.nextBoolean() ? PlaceKind.ONLINE : PlaceKind.IN_ROOM;
        return switch (random.nextInt(24)) {
            case 0 -> new Draft(TRAINER, details(2, 1));
            case 1 -> new Edit(details(random.nextInt(4), 1 + random.nextInt(2)));
            case 2 -> new Edit(details(2, 2).followedBy(new ClassId("next-" + random.nextInt(2))));
            case 3, 4 -> new Schedule();
            case 5 -> new OpenLobby();
            case 6 -> new Begin();
            case 7 -> new Close();
            case 8 -> random.nextInt(20) == 0 ? new Cancel("ill") : new Schedule();
            case 9 -> new FinishClass(List.of(new MemberOutcome(who, true, Duration.ofMinutes(5), 0.5, 1)), report());
            case 10, 11 -> new CancelBooking(who);
            case 12, 13 -> new AcceptOffer(who);
            case 14 -> new DeclineOffer(who);
            case 15, 16 -> new SwitchPlace(who, place);
            default -> new Book(who, place, random.nextBoolean());
        };
    }

    private static LiveClassEvent fact(Random random, Instant at) {
        var who = new ParticipantId("p" + random.nextInt(3));
        var place = random.nextBoolean() ? PlaceKind.ONLINE : PlaceKind.IN_ROOM;
        var details = details(2, 2);
        return switch (random.nextInt(18)) {
            case 0, 1 -> new LiveClassEvent.ClassDrafted(TRAINER, details, StartTime.window(details), at);
            case 2 -> new LiveClassEvent.ClassEdited(details, StartTime.window(details), at);
            case 3 -> new LiveClassEvent.ClassScheduled(at);
            case 4 -> new LiveClassEvent.LobbyOpened(at);
            case 5 -> new LiveClassEvent.ClassBegun(at);
            case 6 -> new LiveClassEvent.ClosingBegun(at);
            case 7 -> new LiveClassEvent.ClassFinished(List.of(), report(), at);
            case 8 -> new LiveClassEvent.ClassEnded(at);
            case 9 -> new LiveClassEvent.ClassCancelled("ill", at);
            case 10 -> new LiveClassEvent.PlaceBooked(who, place, true, at);
            case 11 -> new LiveClassEvent.BookingCancelled(who, place, at);
            case 12 -> new LiveClassEvent.PlaceSwitched(who, place, PlaceKind.ONLINE, at);
            case 13 -> new LiveClassEvent.WaitingJoined(who, place, false, at);
            case 14 -> new LiveClassEvent.WaitingLeft(who, place, at);
            case 15 -> new LiveClassEvent.PlaceOffered(who, place, at.plusSeconds(60), at);
            case 16 -> new LiveClassEvent.OfferAccepted(who, place, false, at);
            default -> new LiveClassEvent.OfferLapsed(who, place, at);
        };
    }
}
