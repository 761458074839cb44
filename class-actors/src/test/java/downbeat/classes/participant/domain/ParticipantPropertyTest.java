package downbeat.classes.participant.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.Booking;
import downbeat.classes.domain.MemberOutcome;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.participant.domain.Participant.Known;
import downbeat.classes.participant.domain.ParticipantCommand.*;
import downbeat.classes.participant.domain.ParticipantEvent.*;
import downbeat.cluster.wire.Json;
import downbeat.kernel.Cell;
import downbeat.kernel.ClassId;
import downbeat.kernel.Decision;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is asked of a participant, in whatever order. */
class ParticipantPropertyTest {
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
    private static final ParticipantId MIA = new ParticipantId("mia");
    private static final int STEPS = 150;

    /** Fewer would end a class before anything can happen to a place in it. */
    private static final int CLASSES = 30;

    private final ParticipantDecider decider = new ParticipantDecider();

    @Property(tries = 300)
    void promises_hold_and_the_facts_alone_tell_the_whole_story(@ForAll long seed) throws JsonProcessingException {
        var random = new Random(seed);
        var story = new ArrayList<ParticipantEvent>();
        var state = decider.initial();
        for (int step = 0; step < STEPS; step++) {
            var now = START.plusSeconds(step);
            var command = command(random);
            var before = state;
            if (decider.decide(before, command, now)
                    instanceof Decision.Accept<ParticipantEvent, ParticipantReply>(var events, var reply)) {
                assertThat(events).allMatch(event -> event.at().equals(now));
                state = evolved(before, events);
                story.addAll(events);
                saidTwiceIsSaidOnce(state, command, now.plusSeconds(3600));
            }
            if (state instanceof Known known) {
                holds(known);
                if (before instanceof Known earlier) {
                    onlyGrows(earlier, known, command);
                }
            } else {
                assertThat(before).isInstanceOf(Participant.Unknown.class);
            }
        }
        assertThat(evolved(decider.initial(), stored(story))).isEqualTo(state);
    }

    @Property(tries = 200)
    void together_is_one_after_the_other_or_not_at_all(@ForAll long seed) {
        var random = new Random(seed);
        Participant state = evolved(decider.initial(), List.of(new ParticipantRegistered("Mia", START)));
        for (int step = 0; step < 20; step++) {
            var parts = List.of(command(random), command(random), command(random));
            var events = new ArrayList<ParticipantEvent>();
            Optional<Decision<ParticipantEvent, ParticipantReply>> refused = Optional.empty();
            for (var part : parts) {
                var decision = decider.decide(evolved(state, events), part, START);
                if (decision instanceof Decision.Accept<ParticipantEvent, ParticipantReply>(var caused, var reply)) {
                    events.addAll(caused);
                } else if (refused.isEmpty()) {
                    refused = Optional.of(decision);
                }
            }
            var together = decider.decide(state, new Together(parts), START);
            assertThat(together)
                    .isEqualTo(refused.orElseGet(() -> Decision.accept(new ParticipantReply.Noted(), events)));
            state = refused.isPresent() ? state : evolved(state, events);
        }
    }

    /** Old journals may hold anything: a fact that means nothing is let pass, nobody is forgotten. */
    @Property(tries = 200)
    void any_facts_in_any_order_are_taken(@ForAll long seed) {
        var random = new Random(seed);
        var state = decider.initial();
        for (int step = 0; step < 60; step++) {
            var before = state;
            state = decider.evolve(before, fact(random, START.plusSeconds(step)));
            assertThat(before instanceof Known && !(state instanceof Known)).isFalse();
        }
    }

    private void saidTwiceIsSaidOnce(Participant state, ParticipantCommand command, Instant later) {
        assertThat(decider.decide(state, command, later))
                .as("%s again", command)
                .isEqualTo(Decision.accept(new ParticipantReply.Noted()));
    }

    private static void holds(Known known) {
        known.home().ifPresent(home -> {
            assertThat(known.consents()).as("a home needs consent").containsKey(Consent.LOCATION);
            assertThat(home.resolution()).isLessThanOrEqualTo(ParticipantDecider.FINEST_HOME);
        });
        assertThat(Collections.disjoint(
                        known.bookings().keySet(), known.attended().keySet()))
                .as("a class is to come or over, never both")
                .isTrue();
    }

    private static void onlyGrows(Known before, Known after, ParticipantCommand command) {
        var history = List.copyOf(after.attended().keySet());
        assertThat(history.subList(0, before.attended().size()))
                .as("history is appended to")
                .isEqualTo(List.copyOf(before.attended().keySet()));
        before.attended()
                .forEach((id, attendance) -> assertThat(after.attended().get(id))
                        .as("only what is noted of a class again changes how it was attended")
                        .isEqualTo(
                                command instanceof NoteAttendance note
                                                && note.classId().equals(id)
                                        ? note.attendance()
                                        : attendance));
        assertThat(before.memberSince().isEmpty() || after.memberSince().equals(before.memberSince()))
                .as("a member since one instant, for good")
                .isTrue();
        before.bookings().forEach((id, held) -> {
            var now = after.bookings().get(id);
            assertThat(!held.trial() || now == null || now.trial())
                    .as("a trial stays one")
                    .isTrue();
            assertThat(now != null || command instanceof NoteRelease || command instanceof NoteAttendance)
                    .as("a place is lost only by giving it up or by the end of the class")
                    .isTrue();
        });
        before.consents().forEach((consent, since) -> {
            boolean withdrawn = command.equals(new WithdrawConsent(consent));
            assertThat(Optional.ofNullable(after.consents().get(consent)))
                    .as("what was agreed to stands as it was until it is withdrawn")
                    .isEqualTo(withdrawn ? Optional.empty() : Optional.of(since));
        });
    }

    private Participant evolved(Participant from, List<ParticipantEvent> events) {
        var to = from;
        for (var event : events) {
            to = decider.evolve(to, event);
        }
        return to;
    }

    /** As the journal gives them back. */
    private static List<ParticipantEvent> stored(List<ParticipantEvent> events) throws JsonProcessingException {
        var read = new ArrayList<ParticipantEvent>();
        var json = Json.mapper();
        for (var event : events) {
            var written = json.writerFor(ParticipantEvent.class).writeValueAsString(event);
            read.add(json.readValue(written, ParticipantEvent.class));
        }
        return read;
    }

    private static ParticipantCommand command(Random random) {
        return switch (random.nextInt(16)) {
            case 0 -> new Register(name(random));
            case 1 -> new Rename(name(random));
            case 2 -> new BecomeMember();
            case 3, 4 -> new GiveConsent(consent(random));
            case 5 -> new WithdrawConsent(consent(random));
            case 6, 7 -> new SetHome(home(random));
            case 8 -> new ForgetHome();
            case 9, 10, 11 -> new NoteBooking(ride(random), place(random), random.nextBoolean());
            case 12, 13 -> new NoteRelease(ride(random));
            default -> new NoteAttendance(ride(random), attendance(random));
        };
    }

    private static ParticipantEvent fact(Random random, Instant at) {
        return switch (random.nextInt(11)) {
            case 0, 1 -> new ParticipantRegistered(name(random), at);
            case 2 -> new ParticipantRenamed(name(random), at);
            case 3 -> new MembershipBegun(at);
            case 4 -> new ConsentGiven(consent(random), at);
            case 5 -> new ConsentWithdrawn(consent(random), at);
            case 6 -> new HomeSet(home(random), at);
            case 7 -> new HomeForgotten(at);
            case 8 -> new BookingNoted(ride(random), place(random), random.nextBoolean(), at);
            case 9 -> new BookingReleased(ride(random), at);
            default -> new AttendanceNoted(ride(random), attendance(random), at);
        };
    }

    private static String name(Random random) {
        return oneOf(random, "Mia", "Größe 🚴", "M");
    }

    @SafeVarargs
    private static <T> T oneOf(Random random, T... all) {
        return List.of(all).get(random.nextInt(all.length));
    }

    private static Consent consent(Random random) {
        return oneOf(random, Consent.LOCATION, Consent.HEART_RATE, Consent.NEWS);
    }

    private static Cell home(Random random) {
        return Cell.of(new GeoPoint(52.5 + random.nextInt(2), 13.4), 6 + random.nextInt(3));
    }

    private static ClassId ride(Random random) {
        return new ClassId("ride-" + random.nextInt(CLASSES));
    }

    private static PlaceKind place(Random random) {
        return random.nextBoolean() ? PlaceKind.ONLINE : PlaceKind.IN_ROOM;
    }

    private static Attendance attendance(Random random) {
        return new Attendance(
                new Booking(MIA, place(random), random.nextBoolean()),
                new MemberOutcome(MIA, random.nextBoolean(), Duration.ofMinutes(random.nextInt(60)), 0.25, 3));
    }
}
