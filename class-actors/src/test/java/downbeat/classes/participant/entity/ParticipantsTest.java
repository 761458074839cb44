package downbeat.classes.participant.entity;

import static downbeat.classes.stage.ClassesNode.accepted;
import static downbeat.classes.stage.ClassesNode.get;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.Booking;
import downbeat.classes.domain.MemberOutcome;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.participant.domain.Consent;
import downbeat.classes.participant.domain.ParticipantCommand.*;
import downbeat.classes.participant.domain.ParticipantRefusal;
import downbeat.classes.participant.domain.ParticipantReply;
import downbeat.classes.stage.ClassesNode;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.KeyReused;
import downbeat.kernel.Cell;
import downbeat.kernel.ClassId;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Participants on a real node. */
class ParticipantsTest {
    private static final ParticipantId MIA = new ParticipantId("mia");
    private static final Cell HOME = Cell.of(new GeoPoint(52.52, 13.405), 7);
    private static final ClassId RIDE = new ClassId("ride");
    private static final ClassId ROW = new ClassId("row");

    @TempDir
    Path data;

    @Test
    void a_restart_keeps_everything_and_what_was_withdrawn_stays_withdrawn() {
        try (var node = new ClassesNode(data)) {
            var mia = node.participants();
            accepted(mia.register(MIA, "Mia"));
            accepted(mia.giveConsent(MIA, Consent.LOCATION));
            accepted(mia.giveConsent(MIA, Consent.NEWS));
            accepted(mia.withdrawConsent(MIA, Consent.NEWS));
            accepted(mia.setHome(MIA, HOME));
            accepted(mia.ask(MIA, new BecomeMember()));
            accepted(mia.ask(MIA, new NoteBooking(RIDE, PlaceKind.ONLINE, true)));
            accepted(mia.ask(MIA, new NoteBooking(ROW, PlaceKind.IN_ROOM, false)));
            accepted(mia.ask(MIA, new NoteAttendance(ROW, came())));
            var before = new ParticipantCard(
                    "Mia",
                    Optional.of(node.now()),
                    Map.of(Consent.LOCATION, node.now()),
                    Optional.of(HOME),
                    List.of(RIDE),
                    1);
            assertThat(get(mia.show(MIA))).contains(before);

            node.restart();

            assertThat(get(node.participants().show(MIA))).contains(before);
            assertThat(get(node.participants().show(new ParticipantId("nobody"))))
                    .isEmpty();
            accepted(node.participants().withdrawConsent(MIA, Consent.LOCATION));
            node.restart();
            assertThat(get(node.participants().show(MIA)).orElseThrow().home())
                    .as("a home goes with the consent, for good")
                    .isEmpty();
        }
    }

    @Test
    void a_repeated_request_is_answered_as_the_first_time_after_a_restart_and_does_nothing() {
        try (var node = new ClassesNode(data)) {
            var rename = new IdempotencyKey("rename");
            accepted(node.participants().register(MIA, "Mia"));
            accepted(node.participants().ask(MIA, new Rename("Mia K."), rename));
            accepted(node.participants().ask(MIA, new Rename("Mia L.")));

            node.restart();

            assertThat(get(node.participants().ask(MIA, new Rename("Mia K."), rename)))
                    .isEqualTo(Outcome.accepted(new ParticipantReply.Noted()));
            assertThat(get(node.participants().ask(MIA, new Rename("Mia M."), rename)))
                    .isEqualTo(Outcome.refused(new KeyReused("rename")));
            assertThat(get(node.participants().show(MIA)).orElseThrow().name()).isEqualTo("Mia L.");
            assertThat(get(node.participants().register(MIA, "Noor")))
                    .isEqualTo(Outcome.refused(new ParticipantRefusal.AlreadyRegistered()));
        }
    }

    private static Attendance came() {
        return new Attendance(
                new Booking(MIA, PlaceKind.IN_ROOM, false),
                new MemberOutcome(MIA, true, Duration.ofMinutes(50), 0.8, 3));
    }
}
