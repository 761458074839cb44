package downbeat.popups.domain;

import static downbeat.popups.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.Decision;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpCommand.*;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.door.Incident;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.door.Supervision;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.Ticket;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.domain.ticket.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is asked of a pop-up in whatever order, over its whole life. */
class WholeLifePropertyTest {
    private static final List<ParticipantId> PEOPLE =
            List.of(ANNA, BEN, CLEO, DIA, new ParticipantId("eli"), new ParticipantId("fay"));

    private final PopUpDecider decider = new PopUpDecider();

    @Property(tries = 400)
    void no_place_is_sold_twice_nobody_is_passed_over_and_deadlines_progress(
            @ForAll long seed, @ForAll @IntRange(min = 30, max = 20_000) int pace) {
        var random = new Random(seed);
        PopUp state = decider.initial();
        Instant now = BEFORE;
        for (int step = 0; step < 200; step++) {
            now = now.plusSeconds(random.nextInt(pace));
            state = told(state, decider.lapse(state, now));
            assertThat(decider.lapse(state, now))
                    .as("time has caused everything")
                    .isEmpty();
            var deadline = decider.deadline(state);
            assertThat(deadline.isEmpty() || deadline.get().isAfter(now)).isTrue();
            if (decider.decide(state, command(random, now), now)
                    instanceof Decision.Accept<PopUpEvent, PopUpReply>(var events, var reply)) {
                state = told(state, events);
            }
            holds(state, now);
        }
    }

    /** Old journals may hold anything: a fact that means nothing is let pass. */
    @Property(tries = 200)
    void any_facts_in_any_order_are_taken(@ForAll long seed) {
        var random = new Random(seed);
        PopUp state = decider.initial();
        for (int step = 0; step < 80; step++) {
            var at = BEFORE.plusSeconds(step);
            state = decider.evolve(state, fact(random, at));
            assertThat(decider.deadline(state)).isNotNull();
            assertThat(decider.lapse(state, at)).isNotNull();
        }
    }

    /** One fact after the other, each looked at. */
    private PopUp told(PopUp from, List<PopUpEvent> events) {
        var to = from;
        for (var event : events) {
            var before = to;
            to = decider.evolve(to, event);
            neverOversold(to);
            if (event instanceof PlaceOffered offered) {
                firstComeFirstServed(sheet(before), offered);
            }
            if (before instanceof PopUp.Written then && to instanceof PopUp.Written now) {
                assertThat(now.phase()).isGreaterThanOrEqualTo(then.phase());
                assertThat(now.sheet().sequence())
                        .isGreaterThanOrEqualTo(then.sheet().sequence());
                assertThat(now.sheet().roll().size())
                        .as("no ticket is ever lost")
                        .isGreaterThanOrEqualTo(then.sheet().roll().size());
            }
        }
        return to;
    }

    private static void neverOversold(PopUp state) {
        if (!(state instanceof PopUp.Written written)) {
            return;
        }
        var sheet = written.sheet();
        long beyond = sheet.roll().all().filter(t -> t.valid() && t.beyond()).count();
        assertThat((long) sheet.taken().all())
                .as("sold, held and offered of %s", sheet.taken())
                .isLessThanOrEqualTo(sheet.details().capacity() + beyond);
        for (var kind : sheet.details().kinds()) {
            assertThat((long) sheet.taken(kind).all()).isLessThanOrEqualTo(kind.quota() + beyond);
            assertThat(sheet.left(kind)).isNotNegative();
        }
    }

    /** Nobody before them in the queue could have had a place. */
    private static void firstComeFirstServed(Sheet before, PlaceOffered offered) {
        for (Waiting waiting : before.desk().waiting()) {
            if (waiting.who().equals(offered.participant())) {
                return;
            }
            var kind = before.details().kind(waiting.kind()).orElseThrow();
            assertThat(before.left(kind)).as("%s was passed over", waiting).isZero();
        }
        throw new AssertionError(offered + " to one who does not wait");
    }

    private static void holds(PopUp state, Instant now) {
        if (!(state instanceof PopUp.Written written)) {
            return;
        }
        var sheet = written.sheet();
        var desk = sheet.desk();
        var people = new HashSet<ParticipantId>();
        assertThat(desk.holds()).extracting(h -> h.id()).doesNotHaveDuplicates();
        desk.holds().forEach(h -> assertThat(people.add(h.who())).isTrue());
        desk.offers().forEach(o -> assertThat(people.add(o.who())).isTrue());
        desk.waiting().forEach(w -> assertThat(people.add(w.who())).isTrue());
        for (var waiting : now.isBefore(sheet.window().end()) ? desk.waiting() : List.<Waiting>of()) {
            assertThat(sheet.left(sheet.details().kind(waiting.kind()).orElseThrow()))
                    .as("nobody waits for what is free")
                    .isZero();
        }
        limitsHold(sheet);
        if (state instanceof PopUp.Closed || state instanceof PopUp.Cancelled) {
            assertThat(people).isEmpty();
        }
    }

    private static void limitsHold(Sheet sheet) {
        for (var kind : sheet.details().kinds()) {
            for (var who : PEOPLE) {
                assertThat(sheet.claims(who, kind)).isLessThanOrEqualTo(kind.perPerson());
            }
        }
        long sold = sheet.roll().all().filter(Ticket::valid).count();
        long gone = sheet.roll().all().filter(t -> !t.valid()).count();
        assertThat(sold + gone).isEqualTo(sheet.roll().size());
        sheet.roll()
                .all()
                .forEach(ticket ->
                        assertThat(ticket.passages(sheet.door()).inside()).isNotNegative());
    }

    private static PopUpCommand command(Random random, Instant now) {
        var who = PEOPLE.get(random.nextInt(PEOPLE.size()));
        var kind = random.nextInt(3) == 0 ? MEMBERS : STANDARD;
        var standing = List.of(Standing.values()).get(random.nextInt(3));
        var hold = new HoldId("h-" + (random.nextInt(4) == 0 ? random.nextInt(3) : who.value()));
        var ticket = ticket(1 + random.nextInt(12));
        return switch (random.nextInt(34)) {
            case 0, 1 -> new Draft(ORGANIZER, some(random));
            case 2 -> new Publish();
            case 3 -> new Edit(some(random));
            case 4 -> random.nextInt(8) == 0 ? new OpenDoors() : new Publish();
            case 5 -> random.nextInt(12) == 0 ? new Cancel("rain") : new Publish();
            case 6 -> random.nextInt(12) == 0 ? new Close() : new RegisterDevice(TABLET, "Tablet");
            case 7 -> new RegisterDevice(PHONE, "Phone");
            case 8, 9, 10, 11 -> new PlaceHold(hold, who, standing, kind, 1 + random.nextInt(2));
            case 12, 13, 14 -> new Confirm(hold, who, random.nextBoolean());
            case 15 -> new ReleaseHold(hold, who);
            case 16, 17, 18 -> new JoinWaiting(who, standing, kind);
            case 19 -> new LeaveWaiting(who);
            case 20 -> new AcceptOffer(who, true);
            case 21 -> new DeclineOffer(who);
            case 22, 23 -> new CancelTicket(ticket, who);
            case 24 -> new RevokeTicket(ticket, "fraud");
            case 25 -> new LeaveRoom(ticket, who);
            case 26 -> new Transfer(ticket, who, PEOPLE.get(random.nextInt(PEOPLE.size())), standing);
            case 27 -> new Settle(ticket);
            case 28 -> new SetGates(List.of(Gate.main()));
            case 29 -> new WalkIn(nonce("w-" + random.nextInt(20)), kind, true, MAIN, PHONE, perhaps(random));
            case 30 -> new UploadScans(List.of(scan(random, now)));
            default ->
                new ScanPass(
                        nonce("n-" + random.nextInt(200)),
                        ticket,
                        1,
                        MAIN,
                        PHONE,
                        List.of(Direction.values()).get(random.nextInt(2)),
                        perhaps(random));
        };
    }

    private static Optional<Supervision> perhaps(Random random) {
        return random.nextInt(6) == 0 ? Optional.of(SUPERVISED) : Optional.empty();
    }

    private static OfflineScan scan(Random random, Instant now) {
        return OfflineRulesTest.entry(
                "o-" + random.nextInt(50), 1 + random.nextInt(14), MAIN, now.minusSeconds(random.nextInt(900)));
    }

    private static PopUpDetails some(Random random) {
        int capacity = 1 + random.nextInt(5);
        var start = "2026-11-2" + (2 + random.nextInt(4)) + "T18:00";
        return details("Ride", place("Stadtbad"), at(start), capacity, standard(1 + random.nextInt(4)), members(2));
    }

    private static PopUpEvent fact(Random random, Instant at) {
        var who = PEOPLE.get(random.nextInt(PEOPLE.size()));
        TicketId ticket = ticket(1 + random.nextInt(6));
        KindId kind = random.nextBoolean() ? STANDARD : MEMBERS;
        var details = some(random);
        var scan = OfflineRulesTest.entry("n-" + random.nextInt(9), 1, MAIN, at);
        return switch (random.nextInt(26)) {
            case 0, 1 -> new PopUpDrafted(ORGANIZER, details, StartTime.window(details), at);
            case 2 -> new PopUpEdited(details, StartTime.window(details), at);
            case 3 ->
                new PopUpMoved(
                        details.place(),
                        place("Turnhalle"),
                        StartTime.window(details),
                        StartTime.window(details),
                        random.nextInt(9),
                        at);
            case 4 -> new PopUpPublished(at);
            case 5 -> new DoorsOpened(at);
            case 6 -> random.nextInt(9) == 0 ? new PopUpClosed(at) : new PopUpPublished(at);
            case 7 -> random.nextInt(9) == 0 ? new PopUpCancelled("rain", 3, at) : new PopUpPublished(at);
            case 8 -> new HoldPlaced(hold(who, 1), at);
            case 9 -> new HoldLapsed(hold(who, 1).id(), at);
            case 10 -> new HoldReleased(hold(who, 1).id(), at);
            case 11 -> new TicketsSold(hold(who, 1).id(), who, kind, List.of(ticket), PRICE, Settlement.PAID, at);
            case 12 -> new WaitingJoined(who, kind, at);
            case 13 -> new WaitingLeft(who, kind, at);
            case 14 -> new PlaceOffered(who, kind, at.plus(Duration.ofMinutes(1)), at);
            case 15 -> new OfferAccepted(who, kind, ticket, PRICE, Settlement.PAID, at);
            case 16 -> new OfferLapsed(who, kind, at);
            case 17 -> new TicketCancelled(ticket, true, PRICE, at);
            case 18 -> new TicketRevoked(ticket, "fraud", PRICE, at);
            case 19 -> new TicketTransferred(ticket, who, ANNA, 2, at);
            case 20 -> new GatesSet(List.of(Gate.main()), at);
            case 21 -> new DeviceRevoked(PHONE, at);
            case 22 -> new WalkInSold(ticket, kind, PRICE, Settlement.PAID, Optional.empty(), at);
            case 23 -> new ScanRecorded(ticket, scan.scan(), at);
            case 24 -> new StrayRecorded(scan.stray(), at);
            default -> new IncidentFlagged(ticket, new ArrayList<>(List.of(Incident.DOUBLE_ADMISSION)), at);
        };
    }

    /** Reasons a scanner may bring are all known to the rules. */
    @Property(tries = 20)
    void only_rules_of_the_door_can_be_overridden(@ForAll Reason reason) {
        assertThat(reason.admits() && reason.canBeOverridden()).isFalse();
    }
}
