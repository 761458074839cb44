package downbeat.popups.entity;

import static downbeat.popups.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.Money;
import downbeat.popups.domain.PopUp;
import downbeat.popups.domain.PopUpCommand.ScanPass;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.ticket.Settlement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a pop-up has come to: every ticket is counted once. */
class CloseOutTest {

    private static CloseOut closeOut(PopUp state) {
        return CloseOut.of(Showing.card(state).orElseThrow());
    }

    private static ScanPass entry(int number) {
        return new ScanPass(nonce("n-" + number), ticket(number), 1, MAIN, PHONE, Direction.ENTRY, Optional.empty());
    }

    private static int parts(CloseOut.Line line) {
        return line.came()
                + line.noShows()
                + line.cancelledEarly()
                + line.cancelledLate()
                + line.revoked()
                + line.released();
    }

    @Test
    void every_way_a_ticket_can_end_is_counted_once() {
        var late = START.minus(Duration.ofHours(3));
        var state = doorsOpenWith(10)
                .given(sold(1, ANNA, 3))
                .given(sold(4, BEN, 3))
                .given(
                        new TicketCancelled(ticket(1), false, PRICE, BEFORE),
                        new TicketCancelled(ticket(2), true, Money.of(450, "EUR"), late),
                        new TicketRevoked(ticket(3), "fraud", PRICE, BEFORE),
                        new PlaceReleased(ticket(4), BEN, BEFORE),
                        new WalkInSold(ticket(7), STANDARD, PRICE, Settlement.DUE_AT_DOOR, Optional.empty(), START))
                .when(entry(5))
                .and()
                .state();
        var line = closeOut(state).lines().getFirst();
        assertThat(line)
                .isEqualTo(new CloseOut.Line(
                        STANDARD,
                        "standard",
                        7,
                        1,
                        1,
                        2,
                        1,
                        1,
                        1,
                        1,
                        0,
                        List.of(Money.of(1800, "EUR")),
                        List.of(PRICE)));
        assertThat(parts(line)).isEqualTo(line.issued());
        assertThat(closeOut(state).all().issued()).isEqualTo(7);
    }

    @Test
    void a_kind_that_is_no_more_and_prices_in_two_currencies_still_count() {
        var francs = new WalkInSold(ticket(2), MEMBERS, Money.of(500, "CHF"), Settlement.PAID, Optional.empty(), START);
        var state = doorsOpenWith(10).given(sold(1, ANNA, 1)).given(francs).state();
        var closed = closeOut(state);
        assertThat(closed.lines()).extracting(line -> line.kind()).containsExactly(STANDARD, MEMBERS);
        assertThat(closed.all().paid()).containsExactly(Money.of(500, "CHF"), PRICE);
    }

    /** @param fates of tickets: 0 stays away, 1 comes, 2 cancels, 3 is revoked, 4 takes part online */
    @Property(tries = 200)
    void the_parts_add_up_to_what_was_issued_whatever_becomes_of_each(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 4) Integer> fates) {
        var spec = doorsOpenWith(20).given(sold(1, ANNA, fates.size()));
        for (int i = 0; i < fates.size(); i++) {
            int number = i + 1;
            spec = fates.get(i) == 1 ? spec.when(entry(number)).and() : spec.given(fate(fates.get(i), number));
        }
        var closed = closeOut(spec.state());
        assertThat(closed.all().issued()).isEqualTo(fates.size());
        assertThat(parts(closed.all())).isEqualTo(fates.size());
        assertThat(closed.all().came())
                .isEqualTo((int) fates.stream().filter(fate -> fate == 1).count());
    }

    private static List<PopUpEvent> fate(int fate, int number) {
        return switch (fate) {
            case 2 -> List.of(new TicketCancelled(ticket(number), false, PRICE, BEFORE));
            case 3 -> List.of(new TicketRevoked(ticket(number), "fraud", PRICE, BEFORE));
            case 4 -> List.of(new PlaceReleased(ticket(number), ANNA, BEFORE));
            default -> List.of();
        };
    }
}
