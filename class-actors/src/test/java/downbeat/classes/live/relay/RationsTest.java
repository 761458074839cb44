package downbeat.classes.live.relay;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.Role;
import downbeat.classes.live.quality.Rung;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RationsTest {
    private final ActorTestKit kit = ActorTestKit.create();

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void everybodys_biofeedback_goes_by_rung() {
        var links = new Links();
        var rungs = new EnumMap<Rung, TestProbe<ConnectionMessage>>(Rung.class);
        for (var rung : Rung.values()) {
            TestProbe<ConnectionMessage> probe = kit.createTestProbe();
            rungs.put(rung, probe);
            var joiner = new Joiner(new ClassId("c-1"), new ParticipantId(rung.name()), "x", Role.MEMBER);
            links.add(new Link(joiner, "d", probe.ref()));
        }
        var rations =
                new Rations(links, link -> Rung.valueOf(link.joiner().member().value()));
        var board = new ConnectionMessage.Bye(1, "everybody's");
        for (var second = 1; second <= 4; second++) {
            rations.board(
                    second,
                    board,
                    link -> new ConnectionMessage.Bye(2, link.joiner().member().value()));
        }
        assertThat(told(rungs, Rung.FULL)).containsExactly(board, board, board, board);
        assertThat(told(rungs, Rung.LEAN)).containsExactly(board, board);
        assertThat(told(rungs, Rung.TRAINER_LOW)).hasSize(4).containsOnly(new ConnectionMessage.Bye(2, "TRAINER_LOW"));
        for (var none : List.of(Rung.AUDIO_FIRST, Rung.CUE_ONLY, Rung.AUTONOMOUS)) {
            assertThat(told(rungs, none)).as(none.name()).isEmpty();
        }
    }

    private static List<ConnectionMessage> told(Map<Rung, TestProbe<ConnectionMessage>> rungs, Rung rung) {
        var probe = Objects.requireNonNull(rungs.get(rung));
        var end = new ConnectionMessage.Unknown();
        probe.ref().tell(end);
        var told = new ArrayList<ConnectionMessage>();
        for (var next = probe.receiveMessage(); !next.equals(end); next = probe.receiveMessage()) {
            told.add(next);
        }
        return told;
    }
}
