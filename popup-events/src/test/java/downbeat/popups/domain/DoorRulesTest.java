package downbeat.popups.domain;

import static downbeat.popups.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import downbeat.kernel.spec.DeciderSpec;
import downbeat.popups.domain.DoorRefusal.*;
import downbeat.popups.domain.LifeRefusal.*;
import downbeat.popups.domain.PopUpCommand.*;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.SaleRefusal.*;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.Earlier;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.door.Supervision;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoorRulesTest {
    private static final Gate NORTH_GATE = gate(NORTH, true, List.of(), Optional.empty());

    static ScanPass entry(String nonce, int number, GateId gate) {
        return new ScanPass(nonce(nonce), ticket(number), 1, gate, PHONE, Direction.ENTRY, Optional.empty());
    }

    static ScanPass exit(String nonce, int number, GateId gate) {
        return new ScanPass(nonce(nonce), ticket(number), 1, gate, TABLET, Direction.EXIT, Optional.empty());
    }

    private static ScanPass supervised(String nonce, int number, GateId gate) {
        return new ScanPass(nonce(nonce), ticket(number), 1, gate, PHONE, Direction.ENTRY, Optional.of(SUPERVISED));
    }

    private static Gate gate(GateId id, boolean reentry, List<KindId> kinds, Optional<TimeWindow> open) {
        return new Gate(id, id.value(), true, true, reentry, kinds, open);
    }

    private static DeciderSpec<PopUpCommand, PopUpEvent, PopUp, PopUpReply> door(Gate... gates) {
        return doorsOpenWith(5).given(sold(1, ANNA, 2)).given(new GatesSet(List.of(gates), BEFORE));
    }

    private static DeciderSpec<PopUpCommand, PopUpEvent, PopUp, PopUpReply> door() {
        return door(Gate.main(), NORTH_GATE);
    }

    private static Verdict verdict(DeciderSpec<PopUpCommand, PopUpEvent, PopUp, PopUpReply>.Step step) {
        return ((PopUpReply.Judged) step.reply()).verdict();
    }

    private static Reason reason(DeciderSpec<PopUpCommand, PopUpEvent, PopUp, PopUpReply>.Step step) {
        return verdict(step).reason();
    }

    private static int inside(PopUp state) {
        var sheet = sheet(state);
        return sheet.roll()
                .all()
                .mapToInt(ticket -> ticket.passages(sheet.door()).inside())
                .sum();
    }

    @Test
    void a_pass_used_at_one_gate_is_refused_at_another_with_when_where_and_how_often() {
        var used = door().when(entry("n-1", 1, MAIN)).and().after(Duration.ofMillis(50));
        var again = used.when(entry("n-2", 1, NORTH));
        assertThat(verdict(again))
                .isEqualTo(new Verdict(
                        Reason.ALREADY_INSIDE,
                        Optional.of(ticket(1)),
                        Optional.of(STANDARD),
                        Optional.of(new Earlier(START, MAIN, PHONE, 1, 0)),
                        Optional.empty()));
        var third = again.and().after(Duration.ofMinutes(1)).when(entry("n-3", 1, NORTH));
        assertThat(verdict(third).earlier()).contains(new Earlier(START, MAIN, PHONE, 1, 1));
        third.leaves(state -> assertThat(inside(state)).isEqualTo(1));
    }

    @Test
    void a_retry_with_the_same_nonce_is_the_same_admission() {
        var admitted = door().when(entry("n-1", 1, MAIN));
        assertThat(reason(admitted)).isEqualTo(Reason.OK);
        admitted.and()
                .after(Duration.ofSeconds(3))
                .when(entry("n-1", 1, MAIN))
                .thenNothing()
                .replies(admitted.reply());
        var refused = admitted.and().after(Duration.ofSeconds(4)).when(entry("n-2", 1, MAIN));
        refused.and()
                .after(Duration.ofSeconds(5))
                .when(entry("n-2", 1, MAIN))
                .thenNothing()
                .replies(refused.reply());
    }

    @Test
    void one_who_went_out_comes_in_again_where_that_is_allowed_and_inside_is_entries_less_exits() {
        var in = door().when(entry("n-1", 1, MAIN))
                .and()
                .when(entry("n-2", 2, MAIN))
                .and();
        assertThat(reason(in.when(entry("n-3", 1, NORTH)))).isEqualTo(Reason.ALREADY_INSIDE);
        var out = in.after(Duration.ofMinutes(1))
                .when(exit("n-4", 1, MAIN))
                .leaves(state -> assertThat(inside(state)).isEqualTo(1))
                .and()
                .after(Duration.ofMinutes(1));
        assertThat(reason(out.when(entry("n-5", 1, MAIN)))).isEqualTo(Reason.NO_REENTRY);
        var back = out.when(entry("n-6", 1, NORTH));
        assertThat(reason(back)).isEqualTo(Reason.OK);
        back.leaves(state -> assertThat(inside(state)).isEqualTo(2));
    }

    @Test
    void who_wants_out_goes_out_and_an_exit_without_entry_counts_for_nothing() {
        var out = door().when(exit("n-1", 1, MAIN));
        assertThat(reason(out)).isEqualTo(Reason.OK);
        out.leaves(state -> assertThat(inside(state)).isZero());
    }

    @Test
    void gates_have_directions_kinds_and_windows() {
        var later = new TimeWindow(START.plusSeconds(60), START.plusSeconds(120));
        var oneWay = new Gate(MAIN, "In", true, false, false, List.of(), Optional.empty());
        var out = new Gate(NORTH, "Out", false, true, false, List.of(), Optional.empty());
        assertThat(reason(door(oneWay, out).when(exit("n", 1, MAIN)))).isEqualTo(Reason.NO_EXIT_HERE);
        assertThat(reason(door(oneWay, out).when(entry("n", 1, NORTH)))).isEqualTo(Reason.NO_ENTRY_HERE);
        assertThat(reason(door(gate(MAIN, false, List.of(MEMBERS), Optional.empty()))
                        .when(entry("n", 1, MAIN))))
                .isEqualTo(Reason.WRONG_GATE);
        var timed = door(gate(MAIN, false, List.of(), Optional.of(later)));
        assertThat(reason(timed.when(entry("n", 1, MAIN)))).isEqualTo(Reason.TOO_EARLY);
        assertThat(reason(timed.at(later.start()).when(entry("n", 1, MAIN)))).isEqualTo(Reason.OK);
        assertThat(reason(timed.at(later.end()).when(entry("n", 1, MAIN)))).isEqualTo(Reason.TOO_LATE);
    }

    @Test
    void the_door_lets_in_while_it_is_open() {
        var early = openWith(5).given(sold(1, ANNA, 1)).given(new DeviceRegistered(PHONE, "Phone", BEFORE));
        assertThat(reason(early.when(entry("n", 1, MAIN)))).isEqualTo(Reason.TOO_EARLY);
        assertThat(reason(door().given(new PopUpClosed(START)).when(entry("n", 1, MAIN))))
                .isEqualTo(Reason.TOO_LATE);
        var cancelled = door().given(new PopUpCancelled("rain", 1, START));
        assertThat(reason(cancelled.when(entry("n", 1, MAIN)))).isEqualTo(Reason.POP_UP_CANCELLED);
        assertThat(reason(cancelled.when(supervised("n", 1, MAIN))))
                .as("nobody can override that there is none")
                .isEqualTo(Reason.POP_UP_CANCELLED);
    }

    @Test
    void void_tickets_and_passes_of_earlier_holders_let_nobody_in() {
        assertThat(reason(door().given(new TicketCancelled(ticket(1), false, PRICE, BEFORE))
                        .when(entry("n", 1, MAIN))))
                .isEqualTo(Reason.CANCELLED);
        assertThat(reason(door().given(new TicketRevoked(ticket(1), "fraud", PRICE, BEFORE))
                        .when(entry("n", 1, MAIN))))
                .isEqualTo(Reason.CANCELLED);
        assertThat(reason(
                        door().given(new PlaceReleased(ticket(1), ANNA, BEFORE)).when(entry("n", 1, MAIN))))
                .isEqualTo(Reason.RELEASED);
        var given = door().given(new TicketTransferred(ticket(1), ANNA, BEN, 2, BEFORE));
        assertThat(reason(given.when(entry("n", 1, MAIN)))).isEqualTo(Reason.REPLACED);
        assertThat(reason(given.when(
                        new ScanPass(nonce("n"), ticket(1), 2, MAIN, PHONE, Direction.ENTRY, Optional.empty()))))
                .isEqualTo(Reason.OK);
    }

    @Test
    void what_is_no_ticket_is_turned_away_once_and_told_why() {
        var unknown = door().when(entry("n", 9, MAIN));
        assertThat(reason(unknown)).isEqualTo(Reason.UNKNOWN_TICKET);
        assertThat(unknown.events()).hasSize(1);
        unknown.and().when(entry("n", 9, MAIN)).thenNothing();
        var forged = door().when(new TurnAway(nonce("f"), MAIN, PHONE, Reason.FORGED));
        assertThat(reason(forged)).isEqualTo(Reason.FORGED);
        forged.and()
                .after(Duration.ofSeconds(1))
                .when(new TurnAway(nonce("f"), MAIN, PHONE, Reason.FORGED))
                .thenNothing()
                .replies(forged.reply());
    }

    @Test
    void only_devices_that_are_registered_and_not_revoked_scan() {
        var stranger =
                new ScanPass(nonce("n"), ticket(1), 1, MAIN, new DeviceId("mine"), Direction.ENTRY, Optional.empty());
        door().when(stranger).refuses(new NoSuchDevice(new DeviceId("mine")));
        var revoked = door().when(new RevokeDevice(PHONE)).and().after(Duration.ofSeconds(1));
        revoked.when(entry("n", 1, MAIN)).refuses(new DeviceIsRevoked(PHONE, START));
        revoked.when(new RevokeDevice(PHONE)).thenNothing();
        revoked.when(new RegisterDevice(PHONE, "Phone")).refuses(new DeviceIsRegistered(PHONE));
        revoked.when(new RevokeDevice(new DeviceId("mine"))).refuses(new NoSuchDevice(new DeviceId("mine")));
        door().when(entry("n", 1, new GateId("back"))).refuses(new NoSuchGate(new GateId("back")));
    }

    @Test
    void a_supervisor_lets_in_against_a_rule_and_that_is_recorded_and_no_incident() {
        var again = door().when(entry("n-1", 1, MAIN))
                .and()
                .after(Duration.ofSeconds(9))
                .when(supervised("n-2", 1, MAIN));
        assertThat(reason(again)).isEqualTo(Reason.OVERRIDDEN);
        assertThat(again.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ScanRecorded.class,
                        recorded -> assertThat(recorded.scan().supervision()).contains(SUPERVISED));
        again.leaves(state -> assertThat(inside(state)).isEqualTo(2));
        var needless = door().when(supervised("n-1", 1, MAIN));
        assertThat(reason(needless)).isEqualTo(Reason.OK);
        assertThat(needless.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ScanRecorded.class,
                        recorded -> assertThat(recorded.scan().supervision()).isEmpty());
    }

    private static WalkIn walkIn(String nonce, Optional<Supervision> supervision) {
        return new WalkIn(nonce(nonce), STANDARD, true, MAIN, PHONE, supervision);
    }

    @Test
    void walk_ins_and_bookings_share_the_places_and_only_a_supervisor_goes_beyond() {
        var two = doorsOpenWith(2);
        var walked = two.when(walkIn("w-1", Optional.empty()));
        assertThat(verdict(walked).ticket()).contains(ticket(1));
        walked.leaves(state -> assertThat(inside(state)).isEqualTo(1));
        var full = walked.and()
                .when(new PlaceHold(new HoldId("h"), ANNA, downbeat.popups.domain.kind.Standing.GUEST, STANDARD, 1))
                .and();
        full.when(walkIn("w-2", Optional.empty()))
                .refuses(new AllHeld(STANDARD, START.plus(Duration.ofMinutes(10)), 0));
        var beyond = full.when(walkIn("w-2", Optional.of(SUPERVISED)));
        assertThat(beyond.events())
                .first()
                .isEqualTo(new WalkInSold(ticket(2), STANDARD, PRICE, Settlement.PAID, Optional.of(SUPERVISED), START));
        beyond.leaves(state -> assertThat(sheet(state).taken()).isEqualTo(new Taken(2, 2, 1, 0)))
                .leaves(state -> assertThat(sheet(state).taken().left()).isZero());
        assertThat(beyond.and()
                        .when(new Edit(details(2, standard(2), members(1))))
                        .events())
                .as("being beyond does not stop an edit")
                .hasSize(1);
    }

    @Test
    void a_walk_in_repeated_is_one_walk_in() {
        var walked = doorsOpenWith(2).when(walkIn("w-1", Optional.empty()));
        walked.and()
                .after(Duration.ofSeconds(2))
                .when(walkIn("w-1", Optional.empty()))
                .thenNothing()
                .replies(walked.reply());
    }

    @Test
    void nobody_pays_at_a_gate_that_does_not_let_them_in() {
        var members = gate(MAIN, false, List.of(MEMBERS), Optional.empty());
        doorsOpenWith(2)
                .given(new GatesSet(List.of(members), BEFORE))
                .when(walkIn("w", Optional.empty()))
                .refuses(new NotThroughThisGate(MAIN, Reason.WRONG_GATE));
        openWith(2).when(walkIn("w", Optional.empty())).refuses(new WrongPhase("walk in", Phase.PUBLISHED));
        doorsOpenWith(2)
                .when(new WalkIn(nonce("w"), MEMBERS, true, MAIN, PHONE, Optional.empty()))
                .refuses(new NoSuchKind(MEMBERS));
    }

    @Test
    void what_is_due_is_told_at_the_door() {
        var due = doorsOpenWith(2)
                .given(new OfferAccepted(BEN, STANDARD, ticket(1), PRICE, Settlement.DUE_AT_DOOR, BEFORE));
        assertThat(verdict(due.when(entry("n", 1, MAIN))).due()).contains(PRICE);
        assertThat(verdict(due.when(new Settle(ticket(1))).and().when(entry("n", 1, MAIN)))
                        .due())
                .isEmpty();
    }

    @Test
    void gates_are_set_all_at_once_and_a_used_one_stays() {
        var used = door().when(entry("n", 1, MAIN)).and();
        used.when(new SetGates(List.of(NORTH_GATE))).refuses(new GateIsUsed(MAIN));
        used.when(new SetGates(List.of(Gate.main()))).then(new GatesSet(List.of(Gate.main()), START));
        used.when(new SetGates(List.of(Gate.main(), NORTH_GATE))).thenNothing();
        var refusal = new UnknownKindAtGate(MEMBERS, 1);
        used.when(new SetGates(List.of(Gate.main(), gate(NORTH, true, List.of(MEMBERS), Optional.empty()))))
                .refuses(refusal);
        assertThat(refusal.field()).contains("gates[1].kinds");
    }

    @Test
    void two_thousand_tickets_and_as_many_scans_are_no_matter() {
        var decider = new PopUpDecider();
        PopUp state = doorsOpenWith(2_000).state();
        for (int guest = 0; guest < 500; guest++) {
            for (var event : sold(guest * 4 + 1, new ParticipantId("g-" + guest), 4)) {
                state = decider.evolve(state, event);
            }
        }
        for (int number = 1; number <= 2_000; number++) {
            Instant now = START.plusMillis(number);
            if (decider.decide(state, entry("n-" + number, number, MAIN), now)
                    instanceof downbeat.kernel.Decision.Accept<PopUpEvent, PopUpReply>(var events, var reply)) {
                for (var event : events) {
                    state = decider.evolve(state, event);
                }
            }
        }
        assertThat(inside(state)).isEqualTo(2_000);
        assertThat(sheet(state).taken().left()).isZero();
    }
}
