package downbeat.popups.view;

import static downbeat.popups.domain.Fixtures.ANNA;
import static downbeat.popups.domain.Fixtures.BEFORE;
import static downbeat.popups.domain.Fixtures.BEN;
import static downbeat.popups.domain.Fixtures.CLEO;
import static downbeat.popups.domain.Fixtures.DIA;
import static downbeat.popups.domain.Fixtures.END;
import static downbeat.popups.domain.Fixtures.ORGANIZER;
import static downbeat.popups.domain.Fixtures.STANDARD;
import static downbeat.popups.domain.Fixtures.START;
import static downbeat.popups.domain.Fixtures.details;
import static downbeat.popups.domain.Fixtures.hold;
import static downbeat.popups.domain.Fixtures.roomOf;
import static downbeat.popups.domain.Fixtures.standard;
import static downbeat.popups.domain.Fixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.entity.Recorded;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpEvent.DoorsOpened;
import downbeat.popups.domain.PopUpEvent.HoldPlaced;
import downbeat.popups.domain.PopUpEvent.PopUpCancelled;
import downbeat.popups.domain.PopUpEvent.PopUpClosed;
import downbeat.popups.domain.PopUpEvent.PopUpDrafted;
import downbeat.popups.domain.PopUpEvent.PopUpEdited;
import downbeat.popups.domain.PopUpEvent.PopUpPublished;
import downbeat.popups.domain.PopUpEvent.TicketTransferred;
import downbeat.popups.domain.PopUpEvent.WaitingJoined;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.stage.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class PopUpBoardTest {
    private static final ClassId RIDE = new ClassId("ride");
    private static final PopUpId POOL = new PopUpId("pool");
    private static final PopUpId PARK = new PopUpId("park");
    private static final PopUpId YARD = new PopUpId("yard");
    private static final TimeWindow EVENING = new TimeWindow(START, END);
    private static final TimeWindow NEXT_DAY =
            new TimeWindow(START.plus(Duration.ofDays(1)), END.plus(Duration.ofDays(1)));

    private final PopUpBoardProjection projection = new PopUpBoardProjection();

    @Test
    void the_board_follows_the_facts_on_h2() throws Exception {
        Tables.onH2("pop-up-board", this::follows);
    }

    @Test
    void the_board_follows_the_facts_on_postgresql() throws Exception {
        Tables.onPostgresql(this::follows);
    }

    private void follows(Jdbi database) {
        var board = new PopUpBoard(database);
        drafted(database, POOL, EVENING);
        drafted(database, PARK, EVENING);
        drafted(database, YARD, NEXT_DAY);
        assertThat(upcoming(board)).as("drafts are nobody's business").isEmpty();
        assertThat(board.byOrganizer(ORGANIZER)).containsExactly(YARD, PARK, POOL);
        assertThat(board.byOrganizer(new AccountId("nobody"))).isEmpty();

        List.of(POOL, PARK, YARD).forEach(id -> hear(database, id, new PopUpPublished(BEFORE)));
        assertThat(upcoming(board)).as("by start, then by id").containsExactly(PARK, POOL, YARD);
        var first = board.upcoming(BEFORE, 1, Optional.empty());
        assertThat(board.upcoming(BEFORE, 10, BoardRow.parse(first.getFirst().toString())))
                .extracting(BoardRow::id)
                .containsExactly(POOL, YARD);
        assertThat(board.upcoming(END, 10, Optional.empty()))
                .as("what has ended is not to come")
                .extracting(BoardRow::id)
                .containsExactly(YARD);

        hear(database, PARK, new PopUpEdited(details(3, standard(3)), NEXT_DAY, BEFORE));
        hear(database, POOL, new DoorsOpened(BEFORE));
        assertThat(upcoming(board)).containsExactly(POOL, PARK, YARD);
        hear(database, POOL, new PopUpClosed(BEFORE));
        hear(database, YARD, new PopUpCancelled("Storm", 1, BEFORE));
        assertThat(upcoming(board)).containsExactly(PARK);
        assertThat(board.phases(List.of(POOL, YARD, new PopUpId("unheard-of"))))
                .isEqualTo(Map.of(POOL, Phase.CLOSED, YARD, Phase.CANCELLED));
        assertThat(board.phases(List.of())).isEmpty();

        hear(database, POOL, new HoldPlaced(hold(ANNA, 1), BEFORE));
        hear(database, PARK, new HoldPlaced(hold(ANNA, 1), BEFORE));
        hear(database, POOL, new WaitingJoined(BEN, STANDARD, BEFORE));
        hear(database, POOL, new TicketTransferred(ticket(1), ANNA, CLEO, 2, BEFORE));
        assertThat(board.byGuest(ANNA)).containsExactly(PARK, POOL);
        assertThat(board.byGuest(BEN)).containsExactly(POOL);
        assertThat(board.byGuest(CLEO)).containsExactly(POOL);
        assertThat(board.byGuest(DIA)).isEmpty();

        assertThat(board.roomOf(List.of(RIDE), BEFORE)).isEmpty();
        hear(database, PARK, new PopUpEdited(roomOf(RIDE, details(3, standard(3))), NEXT_DAY, BEFORE));
        assertThat(board.roomOf(List.of(new ClassId("other"), RIDE), BEFORE)).contains(PARK);
        assertThat(board.roomOf(List.of(new ClassId("other")), BEFORE)).isEmpty();
        assertThat(board.roomsOf(RIDE)).containsExactly(PARK);
        assertThat(board.roomsOf(new ClassId("other"))).isEmpty();
        assertThat(board.roomOf(List.of(), BEFORE)).isEmpty();
        assertThat(board.roomOf(List.of(RIDE), NEXT_DAY.end())).as("it is over").isEmpty();
        hear(database, PARK, new PopUpEdited(details(3, standard(3)), NEXT_DAY, BEFORE));
        assertThat(board.roomOf(List.of(RIDE), BEFORE)).as("not any more").isEmpty();
    }

    @Test
    void what_is_no_cursor_is_none() {
        for (var text : List.of("", ".", "x.pool", "12", "12.", "99999999999999999999.pool")) {
            assertThat(BoardRow.parse(text)).as(text).isEmpty();
        }
    }

    private static List<PopUpId> upcoming(PopUpBoard board) {
        return board.upcoming(BEFORE, 10, Optional.empty()).stream()
                .map(BoardRow::id)
                .toList();
    }

    private void drafted(Jdbi database, PopUpId id, TimeWindow window) {
        hear(database, id, new PopUpDrafted(ORGANIZER, details(3, standard(3)), window, BEFORE));
    }

    /** Twice: what comes again is harmless. */
    private void hear(Jdbi database, PopUpId id, PopUpEvent event) {
        var fact = new Recorded<PopUpEvent>(id.value(), 1, BEFORE, event);
        database.useTransaction(db -> {
            projection.apply(db, fact);
            projection.apply(db, fact);
        });
    }
}
