package downbeat.classes.live.relay;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.Role;
import downbeat.classes.live.quality.Cause;
import downbeat.classes.live.quality.Move;
import downbeat.classes.live.quality.Rung;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the rungs of a class come to. */
class RungBookTest {
    private static final ParticipantId MIA = new ParticipantId("mia");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RungBook book = new RungBook();

    private static Move move(Rung from, Rung to) {
        return new Move(from, to, Cause.LOSS, "loss");
    }

    private static Link link() {
        var joiner = new Joiner(new ClassId("c-1"), MIA, "Mia", Role.MEMBER);
        return new Link(
                joiner,
                "d-1",
                TestInbox.<downbeat.classes.live.message.ConnectionMessage>create()
                        .getRef());
    }

    @Test
    void only_moves_down_are_fallbacks_and_the_lowest_rung_is_remembered() {
        book.seated(MIA);
        assertThat(book.lowest(MIA)).isEqualTo(Rung.FULL);
        book.moved(MIA, move(Rung.FULL, Rung.AUDIO_FIRST));
        book.moved(MIA, move(Rung.AUDIO_FIRST, Rung.TRAINER_LOW));
        book.moved(MIA, move(Rung.TRAINER_LOW, Rung.FULL));
        book.moved(MIA, move(Rung.FULL, Rung.LEAN));
        assertThat(book.fallbacks()).isEqualTo(2);
        assertThat(book.fallbacks(MIA)).isEqualTo(2);
        assertThat(book.lowest(MIA)).isEqualTo(Rung.AUDIO_FIRST);
        assertThat(book.fallbacks(new ParticipantId("noah"))).isZero();
    }

    /** Who never comes back has left: that is no time on a rung. */
    @Test
    void time_without_a_socket_is_time_on_its_own_once_the_device_is_back() {
        var seat = new Seat();
        var link = link();
        seat.here(link);
        seat.spends(SECOND, book::spent);
        seat.left(link, SECOND);
        seat.spends(SECOND, book::spent);
        seat.spends(SECOND, book::spent);
        assertThat(book.millis()).containsExactly(1_000L, 0L, 0L, 0L, 0L, 0L);
        seat.here(link);
        seat.spends(SECOND, book::spent);
        assertThat(book.millis()).containsExactly(2_000L, 0L, 0L, 0L, 0L, 2_000L);
    }
}
