package downbeat.classes.domain.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is in the rooms of a class, and how long. */
class RoomsTest {
    private static final RoomId HALL = new RoomId("u-hall");
    private static final RoomId YARD = new RoomId("u-yard");
    private static final ParticipantId ANNA = new ParticipantId("anna");
    private static final ParticipantId BEN = new ParticipantId("ben");
    private static final Instant START = Instant.parse("2026-12-01T17:00:00Z");
    private static final TimeWindow LIVE = new TimeWindow(START, minute(60));

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static Stay stay(int from, int to) {
        return new Stay(minute(from), Optional.of(minute(to)));
    }

    private static Guest guest(RoomId room, ParticipantId who, Stay... stays) {
        return new Guest(room, who, List.of(stays));
    }

    @Test
    void nobody_is_seen_inside_twice_whatever_doors_say() {
        var open = new Stay(minute(0), Optional.empty());
        var rooms = Rooms.NONE.with(guest(HALL, ANNA, open)).with(guest(YARD, ANNA, open));
        assertThat(rooms.inside()).extracting(Guest::room).containsExactly(HALL);
        assertThat(rooms.seen()).containsExactly(ANNA);
        assertThat(rooms.inside(ANNA)).isTrue();
        assertThat(rooms.inside(BEN)).isFalse();
    }

    @Test
    void what_a_door_says_later_of_a_guest_stands_in_the_place_of_what_it_said() {
        var rooms = Rooms.NONE.with(guest(HALL, ANNA, stay(0, 10))).with(guest(HALL, ANNA, stay(0, 10), stay(20, 30)));
        assertThat(rooms.guests()).hasSize(1);
        assertThat(rooms.guest(HALL, ANNA).orElseThrow().stays()).hasSize(2);
        assertThat(rooms.guest(YARD, ANNA)).isEmpty();
    }

    @Test
    void only_the_live_part_counts_and_only_once_it_is_over() {
        var rooms = Rooms.NONE.with(guest(HALL, ANNA, stay(-30, 10), stay(50, 90)));
        assertThat(rooms.time(ANNA)).isZero();
        var over = rooms.held(LIVE);
        assertThat(over.time(ANNA)).isEqualTo(Duration.ofMinutes(20));
        assertThat(over.time(BEN)).isZero();
        assertThat(over.held(new TimeWindow(START, minute(5)))).as("held once").isSameAs(over);
        var early = over.with(guest(HALL, BEN, stay(-30, -10)));
        assertThat(early.time(BEN)).isZero();
    }

    @Test
    void the_nameless_of_all_rooms_are_added_up() {
        var rooms =
                Rooms.NONE.with(new Unnamed(HALL, 2)).with(new Unnamed(YARD, 3)).with(new Unnamed(HALL, 1));
        assertThat(rooms.unnamedInside()).isEqualTo(4);
        assertThat(rooms.unnamedIn(HALL)).isEqualTo(1);
    }

    @Test
    void a_move_gives_up_what_was_sold_until_then_and_an_older_one_changes_nothing() {
        var rooms = Rooms.NONE.with(new Move(ANNA, new RoomTicket(HALL, 3)));
        assertThat(rooms.with(new Move(ANNA, new RoomTicket(HALL, 2)))).isSameAs(rooms);
        assertThat(rooms.gaveUp(ANNA, new RoomTicket(HALL, 2))).isTrue();
        assertThat(rooms.gaveUp(ANNA, new RoomTicket(HALL, 4))).isFalse();
        assertThat(rooms.gaveUp(ANNA, new RoomTicket(YARD, 1))).isFalse();
        assertThat(rooms.cameFrom(ANNA, new RoomTicket(HALL, 3))).isTrue();
        assertThat(rooms.cameFrom(ANNA, new RoomTicket(HALL, 2))).isFalse();
        var later = rooms.with(new Move(ANNA, new RoomTicket(HALL, 5)));
        assertThat(later.moves()).containsExactly(new Move(ANNA, new RoomTicket(HALL, 5)));
    }

    @Test
    void what_cannot_be_is_not_taken() {
        assertThatIllegalArgumentException().isThrownBy(() -> stay(10, 5)).withMessageContaining("cannot end before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Unnamed(HALL, -1))
                .withMessageContaining("0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RoomTicket(HALL, 0))
                .withMessageContaining("1 or more");
    }
}
