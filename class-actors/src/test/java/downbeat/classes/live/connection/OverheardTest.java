package downbeat.classes.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.Role;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverheardTest {
    private static final Joiner TARA = new Joiner(new ClassId("c1"), new ParticipantId("p1"), "Tara", Role.TRAINER);

    private final List<String> heard = new ArrayList<>();
    private final Overheard overheard =
            new Overheard((who, verb, fate) -> heard.add(who.name() + " " + verb + " " + fate));

    @Test
    void a_reply_tells_what_came_of_the_command_with_its_id() {
        overheard.said(TARA, 1L, "start");
        overheard.said(TARA, 2L, "pause");
        overheard.answered(TARA, 2L, "error");
        overheard.answered(TARA, 1L, "start");
        assertThat(heard).containsExactly("Tara pause REFUSED", "Tara start DONE");
    }

    @Test
    void what_everybody_may_say_is_nobodys_business() {
        overheard.said(TARA, 1L, "hand");
        overheard.answered(TARA, 1L, "hand");
        overheard.forbidden(TARA, "confirm");
        overheard.end(TARA);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_command_without_an_id_has_no_answer() {
        overheard.said(TARA, null, "close");
        overheard.answered(TARA, null, "close");
        assertThat(heard).containsExactly("Tara close UNANSWERED");
    }

    @Test
    void what_waits_when_the_socket_ends_is_told_once() {
        overheard.said(TARA, 7L, "shift");
        overheard.said(TARA, 7L, "skip");
        overheard.end(TARA);
        overheard.end(TARA);
        assertThat(heard).containsExactly("Tara shift UNANSWERED", "Tara skip UNANSWERED");
    }

    @Test
    void a_flood_of_ids_is_not_remembered_without_end() {
        for (long id = 0; id <= Overheard.MOST_OPEN; id++) {
            overheard.said(TARA, id, "cue");
        }
        assertThat(heard).containsExactly("Tara cue UNANSWERED");
    }

    @Test
    void what_is_forbidden_is_told_at_once() {
        overheard.forbidden(TARA, "close");
        assertThat(heard).containsExactly("Tara close FORBIDDEN");
    }
}
