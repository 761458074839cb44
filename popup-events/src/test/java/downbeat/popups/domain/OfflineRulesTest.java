package downbeat.popups.domain;

import static downbeat.popups.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.ParticipantId;
import downbeat.kernel.spec.DeciderSpec;
import downbeat.popups.domain.PopUpCommand.*;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.UploadAnswer.Fate;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Incident;
import downbeat.popups.domain.door.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfflineRulesTest {
    private static final Instant NOW = START.plus(Duration.ofMinutes(40));

    static OfflineScan entry(String nonce, int number, GateId gate, Instant at) {
        return scan(nonce, number, gate, PHONE, Direction.ENTRY, at, Reason.OK);
    }

    static OfflineScan scan(
            String nonce, int number, GateId gate, DeviceId device, Direction way, Instant at, Reason reason) {
        var supervision = reason == Reason.OVERRIDDEN
                ? Optional.of(SUPERVISED)
                : Optional.<downbeat.popups.domain.door.Supervision>empty();
        return new OfflineScan(
                nonce(nonce), Optional.of(ticket(number)), 1, gate, device, way, at, reason, supervision);
    }

    private static DeciderSpec<PopUpCommand, PopUpEvent, PopUp, PopUpReply> door() {
        return doorsOpenWith(5).given(sold(1, ANNA, 2)).at(NOW);
    }

    private static UploadScans upload(OfflineScan... scans) {
        return new UploadScans(List.of(scans));
    }

    private static List<Fate> fates(DeciderSpec<PopUpCommand, PopUpEvent, PopUp, PopUpReply>.Step step) {
        return ((PopUpReply.Uploaded) step.reply())
                .answers().stream().map(UploadAnswer::fate).toList();
    }

    private static List<Incident> incidents(PopUp state) {
        var sheet = sheet(state);
        return List.copyOf(sheet.roll().find(ticket(1)).orElseThrow().incidents(sheet.door()));
    }

    @Test
    void the_same_pass_let_in_offline_at_two_gates_is_kept_twice_and_flagged_once() {
        var one = entry("n-1", 1, MAIN, START);
        var other = scan("n-2", 1, NORTH, TABLET, Direction.ENTRY, START.plusSeconds(30), Reason.OK);
        var first = door().when(upload(other));
        assertThat(first.events()).hasSize(1);
        var both = first.and().when(upload(one, other, one));
        assertThat(both.events())
                .containsExactly(
                        new ScanRecorded(ticket(1), one.scan(), NOW),
                        new IncidentFlagged(ticket(1), List.of(Incident.DOUBLE_ADMISSION), NOW));
        assertThat(fates(both)).containsExactly(Fate.KEPT, Fate.KEPT_ALREADY, Fate.KEPT_ALREADY);
        both.leaves(state -> assertThat(incidents(state)).containsExactly(Incident.DOUBLE_ADMISSION))
                .leaves(state -> assertThat(sheet(state)
                                .roll()
                                .find(ticket(1))
                                .orElseThrow()
                                .passages(sheet(state).door())
                                .entries())
                        .hasSize(2));
    }

    @Test
    void an_exit_that_comes_late_explains_a_second_entry_where_one_comes_in_again() {
        var again = new downbeat.popups.domain.door.Gate(NORTH, "North", true, true, true, List.of(), Optional.empty());
        var flagged = door().given(new GatesSet(List.of(downbeat.popups.domain.door.Gate.main(), again), BEFORE))
                .when(upload(entry("n-1", 1, MAIN, START), entry("n-2", 1, NORTH, START.plusSeconds(60))))
                .and();
        var exit = scan("n-3", 1, MAIN, TABLET, Direction.EXIT, START.plusSeconds(30), Reason.OK);
        flagged.when(upload(exit))
                .then(new ScanRecorded(ticket(1), exit.scan(), NOW), new IncidentCleared(ticket(1), NOW));
        assertThat(door().when(upload(entry("n-1", 1, MAIN, START), exit, entry("n-2", 1, MAIN, START.plusSeconds(60))))
                        .events())
                .endsWith(new IncidentFlagged(ticket(1), List.of(Incident.REENTRY), NOW));
    }

    @Test
    void an_admission_whose_answer_was_lost_and_that_is_uploaded_too_is_one() {
        var online =
                door().at(START).when(DoorRulesTest.entry("n-1", 1, MAIN)).and().at(NOW);
        var uploaded = online.when(upload(entry("n-1", 1, MAIN, START)));
        assertThat(fates(uploaded)).containsExactly(Fate.KEPT_ALREADY);
        uploaded.thenNothing().leaves(state -> assertThat(incidents(state)).isEmpty());
    }

    @Test
    void who_was_refused_online_and_let_in_by_a_device_that_did_not_hear_it_is_inside() {
        var refused = door().at(START)
                .when(DoorRulesTest.entry("n-1", 1, MAIN))
                .and()
                .after(Duration.ofSeconds(1))
                .when(DoorRulesTest.entry("n-2", 1, MAIN))
                .and()
                .at(NOW);
        assertThat(fates(refused.when(upload(entry("n-2", 1, MAIN, START.plusSeconds(1))))))
                .containsExactly(Fate.KEPT);
        refused.when(upload(entry("n-2", 1, MAIN, START.plusSeconds(1))))
                .leaves(state -> assertThat(incidents(state)).containsExactly(Incident.DOUBLE_ADMISSION));
    }

    @Test
    void what_was_let_in_on_a_void_ticket_or_an_earlier_pass_is_kept_and_flagged() {
        var since = START.plusSeconds(10);
        var voided = door().given(new TicketCancelled(ticket(1), true, PRICE, since));
        voided.when(upload(entry("n", 1, MAIN, since)))
                .leaves(state -> assertThat(incidents(state)).containsExactly(Incident.VOID_TICKET));
        voided.when(upload(entry("n", 1, MAIN, START)))
                .leaves(state -> assertThat(incidents(state)).isEmpty());
        door().given(new TicketTransferred(ticket(1), ANNA, BEN, 2, since))
                .when(upload(entry("n", 1, MAIN, since)))
                .leaves(state -> assertThat(incidents(state)).containsExactly(Incident.EARLIER_PASS));
        voided.when(upload(scan("n", 1, MAIN, PHONE, Direction.ENTRY, since, Reason.OVERRIDDEN)))
                .leaves(state -> assertThat(incidents(state)).isEmpty());
    }

    @Test
    void a_device_revoked_while_offline_is_believed_what_it_did_before() {
        var revoked = door().given(new DeviceRevoked(PHONE, START.plusSeconds(10)));
        assertThat(fates(revoked.when(upload(
                        entry("n-1", 1, MAIN, START.plusSeconds(9)), entry("n-2", 2, MAIN, START.plusSeconds(10))))))
                .containsExactly(Fate.KEPT, Fate.DEVICE_REVOKED);
    }

    @Test
    void strangers_and_clocks_from_the_future_are_told_and_not_kept() {
        var stranger = scan("n-1", 1, MAIN, new DeviceId("mine"), Direction.ENTRY, START, Reason.OK);
        var future = entry("n-2", 1, MAIN, NOW.plus(Duration.ofMinutes(5)).plusMillis(1));
        var step = door().when(upload(stranger, future, entry("n-3", 1, MAIN, NOW.plus(Duration.ofMinutes(5)))));
        assertThat(fates(step)).containsExactly(Fate.UNKNOWN_DEVICE, Fate.FROM_THE_FUTURE, Fate.KEPT);
        assertThat(step.events()).hasSize(1);
    }

    @Test
    void refused_passes_are_kept_too_those_of_no_ticket_by_themselves() {
        var forged = new OfflineScan(
                nonce("f"), Optional.empty(), 0, MAIN, PHONE, Direction.ENTRY, START, Reason.FORGED, Optional.empty());
        var refused = scan("r", 1, MAIN, PHONE, Direction.ENTRY, START, Reason.ALREADY_INSIDE);
        var unknown = entry("u", 99, MAIN, START);
        door().when(upload(forged, refused, unknown, forged))
                .then(
                        new StrayRecorded(forged.stray(), NOW),
                        new ScanRecorded(ticket(1), refused.scan(), NOW),
                        new StrayRecorded(unknown.stray(), NOW));
    }

    @Test
    void what_was_scanned_offline_is_taken_after_the_close_and_after_a_cancellation() {
        var scan = entry("n", 1, MAIN, START);
        assertThat(door().given(new PopUpClosed(NOW)).when(upload(scan)).events())
                .hasSize(1);
        assertThat(door().given(new PopUpCancelled("fire", 1, NOW))
                        .when(upload(scan))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_gate_that_is_no_more_loses_no_scan() {
        assertThat(fates(door().when(upload(entry("n", 1, new GateId("gone"), START)))))
                .containsExactly(Fate.KEPT);
    }

    @Test
    void three_hundred_scans_of_forty_minutes_are_all_there_and_none_twice() {
        var state = doorsOpenWith(400).at(NOW);
        for (int guest = 0; guest < 70; guest++) {
            state = state.given(sold(guest * 4 + 1, new ParticipantId("g-" + guest), 4));
        }
        var scans = new ArrayList<OfflineScan>();
        for (int number = 1; number <= 300; number++) {
            var reason = number <= 280
                    ? Reason.OK
                    : List.of(Reason.FORGED, Reason.FOREIGN).get(number % 2);
            scans.add(scan("n-" + number, number, MAIN, PHONE, Direction.ENTRY, START.plusSeconds(number), reason));
        }
        var first = state.when(new UploadScans(scans));
        assertThat(fates(first)).hasSize(300).containsOnly(Fate.KEPT);
        Collections.reverse(scans);
        var again = first.and().when(new UploadScans(scans)).thenNothing();
        assertThat(fates(again)).containsOnly(Fate.KEPT_ALREADY);
        again.leaves(after -> assertThat(sheet(after).door().strays()).hasSize(20))
                .leaves(after -> assertThat(sheet(after)
                                .roll()
                                .all()
                                .filter(ticket ->
                                        ticket.passages(sheet(after).door()).inside() == 1))
                        .hasSize(280));
    }

    @Test
    void a_device_gone_wild_fills_no_journal() {
        var full = door();
        for (int n = 0; n < Keeping.MOST_OF_A_TICKET; n++) {
            full = full.given(
                    new ScanRecorded(ticket(1), entry("n-" + n, 1, MAIN, START).scan(), NOW));
        }
        assertThat(fates(full.when(upload(entry("more", 1, MAIN, START), entry("n-7", 1, MAIN, START)))))
                .containsExactly(Fate.DOOR_IS_FULL, Fate.KEPT_ALREADY);
        full.when(DoorRulesTest.entry("more", 1, MAIN)).refuses(new DoorRefusal.TooManyScans(ticket(1), 500));
    }
}
