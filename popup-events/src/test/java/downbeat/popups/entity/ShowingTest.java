package downbeat.popups.entity;

import static downbeat.popups.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.popups.domain.OfflineScan;
import downbeat.popups.domain.PopUp;
import downbeat.popups.domain.PopUpCommand.ScanPass;
import downbeat.popups.domain.PopUpCommand.TurnAway;
import downbeat.popups.domain.PopUpCommand.UploadScans;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Incident;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowingTest {
    private static final Gate NORTH_GATE = new Gate(NORTH, "North", true, true, true, List.of(), Optional.empty());

    private static PopUpCard card(PopUp state) {
        return Showing.card(state).orElseThrow();
    }

    private static ScanPass scan(String nonce, int number, GateId gate, Direction direction) {
        return new ScanPass(nonce(nonce), ticket(number), 1, gate, PHONE, direction, Optional.empty());
    }

    private static OfflineScan letIn(String nonce, Optional<TicketId> ticket, GateId gate) {
        return new OfflineScan(
                nonce(nonce), ticket, 1, gate, TABLET, Direction.ENTRY, START, Reason.OK, Optional.empty());
    }

    @Test
    void nothing_is_shown_of_what_is_not_there() {
        assertThat(Showing.card(new PopUp.Blank())).isEmpty();
    }

    @Test
    void every_gate_counts_for_itself_and_inside_is_entries_less_exits() {
        var door = doorsOpenWith(5)
                .given(sold(1, ANNA, 3))
                .given(new GatesSet(List.of(Gate.main(), NORTH_GATE), BEFORE))
                .when(scan("n-1", 1, MAIN, Direction.ENTRY))
                .and()
                .when(scan("n-2", 2, NORTH, Direction.ENTRY))
                .and()
                .when(scan("n-3", 2, MAIN, Direction.EXIT))
                .and()
                .when(scan("n-4", 1, NORTH, Direction.ENTRY))
                .and()
                .when(new TurnAway(nonce("n-5"), NORTH, PHONE, Reason.FORGED))
                .and()
                .state();
        var shown = card(door).door();
        assertThat(shown.gates())
                .extracting(GateCard::count)
                .containsExactly(new PassageCount(1, 1, 0), new PassageCount(1, 0, 2));
        assertThat(shown.all()).isEqualTo(new PassageCount(2, 1, 2));
        assertThat(shown.all().inside()).isEqualTo(1);
        assertThat(shown.untold()).isZero();
    }

    @Test
    void what_offline_devices_brought_counts_wherever_it_was_and_incidents_are_with_their_tickets() {
        var away = new GateId("away");
        var door = doorsOpenWith(5)
                .given(sold(1, ANNA, 2))
                .when(new UploadScans(List.of(
                        letIn("n-1", Optional.of(ticket(1)), MAIN),
                        letIn("n-2", Optional.of(ticket(1)), away),
                        letIn("n-3", Optional.empty(), MAIN))))
                .and()
                .state();
        var card = card(door);
        assertThat(card.door().gates()).extracting(GateCard::count).containsExactly(new PassageCount(1, 0, 0));
        assertThat(card.door().all()).isEqualTo(new PassageCount(2, 0, 0));
        assertThat(card.door().untold()).isEqualTo(1);
        assertThat(card.ticketsOf(ANNA))
                .extracting(TicketCard::incidents)
                .containsExactly(List.of(Incident.DOUBLE_ADMISSION), List.of());
        assertThat(card.ticket(ticket(1)).orElseThrow().inside()).isEqualTo(2);
    }

    @Test
    void places_are_counted_for_each_kind_and_for_all_and_everybody_finds_their_own() {
        var state = spec().given(published(details(3, standard(3), members(2))))
                .given(sold(1, ANNA, 1))
                .given(
                        new HoldPlaced(hold(BEN, 1), BEFORE),
                        new WaitingJoined(CLEO, MEMBERS, BEFORE),
                        new WaitingJoined(DIA, STANDARD, BEFORE),
                        new PlaceOffered(CLEO, MEMBERS, START, BEFORE))
                .state();
        var card = card(state);
        assertThat(card.places()).isEqualTo(new PlaceCount(3, 1, 1, 1, 0, 1));
        assertThat(card.kind(STANDARD)).contains(new PlaceCount(3, 1, 1, 0, 0, 1));
        assertThat(card.kind(MEMBERS)).contains(new PlaceCount(2, 0, 0, 1, 0, 0));
        assertThat(card.placesOf(DIA))
                .singleElement()
                .satisfies(place -> assertThat(place.position()).isEqualTo(1));
        assertThat(card.placesOf(CLEO))
                .extracting(PlaceCard::status, PlaceCard::until)
                .containsExactly(org.assertj.core.api.Assertions.tuple(PlaceCard.Status.OFFERED, Optional.of(START)));
        assertThat(card.ticketsOf(BEN)).isEmpty();
    }
}
