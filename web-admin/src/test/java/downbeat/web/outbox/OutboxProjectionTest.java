package downbeat.web.outbox;

import static downbeat.web.outbox.Facts.BEFORE;
import static downbeat.web.outbox.Facts.EVENING;
import static downbeat.web.outbox.Facts.FREE;
import static downbeat.web.outbox.Facts.HALL;
import static downbeat.web.outbox.Facts.LENA;
import static downbeat.web.outbox.Facts.MIA;
import static downbeat.web.outbox.Facts.NOAH;
import static downbeat.web.outbox.Facts.NOTHING;
import static downbeat.web.outbox.Facts.SQUARE;
import static downbeat.web.outbox.Facts.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.ClassId;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpEvent.CameToRoom;
import downbeat.popups.domain.PopUpEvent.OfferAccepted;
import downbeat.popups.domain.PopUpEvent.OfferDeclined;
import downbeat.popups.domain.PopUpEvent.OfferLapsed;
import downbeat.popups.domain.PopUpEvent.PlaceOffered;
import downbeat.popups.domain.PopUpEvent.PlaceReleased;
import downbeat.popups.domain.PopUpEvent.PopUpCancelled;
import downbeat.popups.domain.PopUpEvent.PopUpClosed;
import downbeat.popups.domain.PopUpEvent.PopUpEdited;
import downbeat.popups.domain.PopUpEvent.PopUpMoved;
import downbeat.popups.domain.PopUpEvent.TicketCancelled;
import downbeat.popups.domain.PopUpEvent.TicketRevoked;
import downbeat.popups.domain.PopUpEvent.TicketTransferred;
import downbeat.popups.domain.PopUpEvent.WaitingJoined;
import downbeat.popups.domain.PopUpEvent.WaitingLeft;
import downbeat.popups.domain.place.Place;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.web.outbox.domain.LetterState;
import downbeat.web.outbox.domain.Message;
import downbeat.web.outbox.domain.MessageId;
import downbeat.web.outbox.domain.Topic;
import downbeat.web.stage.Tables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class OutboxProjectionTest {

    @Test
    void guests_are_told_what_facts_mean_for_them_on_h2() throws Exception {
        tells(Tables.OF_OUTBOX.onH2("outbox"));
    }

    @Test
    void guests_are_told_what_facts_mean_for_them_on_postgresql() throws Exception {
        Tables.OF_OUTBOX.onPostgresql(OutboxProjectionTest::tells);
    }

    @Test
    void whoever_gets_a_ticket_for_the_room_of_a_class_is_told_what_becomes_of_a_place_online() throws Exception {
        var database = Tables.OF_OUTBOX.onH2("outbox-class");
        var facts = new Facts(database).published();
        var outbox = new Outbox(database, false);
        var ride = new ClassId("c-ride");
        facts.hear(new PopUpEdited(Facts.details("Threshold", HALL, EVENING, Optional.of(ride)), WINDOW, BEFORE));
        facts.sold(MIA, 1);
        facts.hear(new CameToRoom(TicketId.of(2), LENA, FREE, NOTHING, Settlement.NOTHING_DUE, ride, BEFORE));
        facts.hear(new OfferAccepted(NOAH, FREE, TicketId.of(3), NOTHING, Settlement.NOTHING_DUE, BEFORE));
        for (var guest : List.of(MIA, LENA, NOAH)) {
            assertThat(newest(outbox, guest).said().words())
                    .as(guest.value())
                    .contains("You have a ticket", "if you had a place online");
        }
        facts.hear(new TicketTransferred(TicketId.of(3), NOAH, MIA, 2, later(1)));
        assertThat(newest(outbox, MIA).said().words()).contains("Somebody gave you", "if you had a place online");
        assertThat(newest(outbox, NOAH).said().words()).doesNotContain("place online");

        facts.hear(new PopUpEdited(Facts.details("Threshold", HALL, EVENING), WINDOW, later(2)));
        facts.hear(new TicketTransferred(TicketId.of(2), LENA, NOAH, 2, later(3)));
        assertThat(newest(outbox, NOAH).said().words())
                .contains("Somebody gave you")
                .doesNotContain("place online");
    }

    private static void tells(Jdbi database) {
        var facts = new Facts(database).published();
        var outbox = new Outbox(database, false);
        facts.sold(MIA, 1, 2);
        assertThat(subjects(outbox, MIA)).containsExactly("Your 2 tickets for Threshold on the square");
        assertThat(newest(outbox, MIA).said().words())
                .contains("nos. 1, 2", "Tuesday 1 December 2026, 18:00 to 20:00 (Europe/Berlin)", "Market hall");

        var until = Instant.parse("2026-11-26T13:30:00Z");
        facts.hear(new WaitingJoined(NOAH, FREE, BEFORE)).hear(new PlaceOffered(NOAH, FREE, until, BEFORE));
        assertThat(newest(outbox, NOAH).said().words()).contains("until Thursday 26 November 2026, 14:30");
        assertThat(newest(outbox, NOAH).goodUntil()).isEqualTo(until);
        facts.hear(new OfferLapsed(NOAH, FREE, later(1)));
        assertThat(newest(outbox, NOAH).topic()).isEqualTo(Topic.OFFER_LAPSED);
        facts.hear(new WaitingJoined(LENA, FREE, later(2))).hear(new PlaceOffered(LENA, FREE, until, later(2)));
        facts.hear(new OfferAccepted(LENA, FREE, TicketId.of(3), NOTHING, Settlement.NOTHING_DUE, later(3)));
        assertThat(subjects(outbox, LENA)).startsWith("Your ticket for Threshold on the square");

        var yard = Facts.place("The yard", "Hof 2, 20095 Hamburg");
        var thursday = EVENING.plusDays(2);
        var moved = Facts.window(thursday);
        facts.hear(new PopUpEdited(Facts.details("Threshold in the yard", yard, thursday), moved, later(4)));
        facts.hear(new PopUpMoved(HALL, yard, WINDOW, moved, 1, later(4)));
        assertThat(newest(outbox, MIA).said().subject()).isEqualTo("Threshold in the yard has moved");
        assertThat(newest(outbox, MIA).said().words())
                .containsSubsequence(
                        "Now", "Thursday 3 December", "The yard", "Before", "Tuesday 1 December", "Market hall");
        assertThat(newest(outbox, NOAH).topic())
                .as("who is gone is told nothing")
                .isEqualTo(Topic.OFFER_LAPSED);

        facts.hear(new TicketRevoked(TicketId.of(2), "Sold twice", Money.of(1550, "EUR"), later(5)));
        assertThat(newest(outbox, MIA).said().words()).contains("no. 2", "Sold twice", "15.50 EUR");
        facts.hear(new TicketTransferred(TicketId.of(3), LENA, NOAH, 2, later(6)));
        assertThat(newest(outbox, LENA).said().subject()).startsWith("You gave your ticket");
        assertThat(newest(outbox, NOAH).said().subject()).startsWith("A ticket for Threshold in the yard is yours");

        facts.hear(new WaitingJoined(LENA, FREE, later(7)));
        facts.hear(new PopUpCancelled("Storm", 2, later(8)));
        for (var guest : List.of(MIA, NOAH, LENA)) {
            assertThat(newest(outbox, guest).said().words()).as(guest.value()).contains("Storm");
        }
        var cancelled = outbox.counted(outbox.of(SQUARE)).getFirst();
        assertThat(cancelled.message().topic()).isEqualTo(Topic.CANCELLED);
        assertThat(cancelled.letters()).isEqualTo(Map.of(LetterState.WAITING, 3));
        assertThat(outbox.letters(cancelled.message().id()))
                .extracting(Outbox.Letter::to)
                .containsExactlyInAnyOrder(MIA, NOAH, LENA);
        assertThat(outbox.find(SQUARE, cancelled.message().id())).contains(cancelled.message());
        assertThat(outbox.find(SQUARE, new MessageId("n-other"))).isEmpty();
        assertThat(outbox.of(SQUARE)).hasSize(10);
    }

    @Test
    void who_gave_it_back_or_left_is_not_told_of_a_move() throws Exception {
        var database = Tables.OF_OUTBOX.onH2("outbox-left");
        var facts = new Facts(database).published().sold(MIA, 1).sold(NOAH, 2);
        facts.hear(new TicketCancelled(TicketId.of(1), false, NOTHING, later(1)));
        facts.hear(new PlaceReleased(TicketId.of(2), NOAH, later(1)));
        facts.hear(new WaitingJoined(LENA, FREE, later(1))).hear(new WaitingLeft(LENA, FREE, later(2)));
        facts.hear(new WaitingJoined(LENA, FREE, later(3))).hear(new OfferDeclined(LENA, FREE, later(4)));
        var before = new Outbox(database, false).of(SQUARE).size();
        facts.hear(new PopUpMoved(HALL, HALL, WINDOW, Facts.window(EVENING.plusDays(1)), 1, later(5)));
        assertThat(new Outbox(database, false).of(SQUARE)).hasSize(before);
    }

    @Test
    void another_word_on_how_to_get_in_moves_nobody() throws Exception {
        var database = Tables.OF_OUTBOX.onH2("outbox-steps");
        var facts = new Facts(database).published().sold(MIA, 1);
        var steps = new Place(HALL.name(), HALL.address(), HALL.point(), HALL.zone(), "Two steps.");
        facts.hear(new PopUpMoved(HALL, steps, WINDOW, WINDOW, 1, later(1)));
        assertThat(newest(new Outbox(database, false), MIA).topic()).isEqualTo(Topic.CONFIRMED);
    }

    @Test
    void a_hostile_title_stays_one_line_of_a_subject() throws Exception {
        var database = Tables.OF_OUTBOX.onH2("outbox-hostile");
        var facts = new Facts(database).published();
        var hostile = "Ride\u2028Bcc: all@example.org 🚴🚴🚴";
        facts.hear(new PopUpEdited(Facts.details(hostile, HALL, EVENING), WINDOW, later(1)));
        facts.sold(MIA, 1);
        var subject = newest(new Outbox(database, false), MIA).said().subject();
        assertThat(subject).startsWith("Your ticket for Ride Bcc: all@example.org");
        assertThat(subject.lines()).hasSize(1);
    }

    @Test
    void the_day_before_those_are_reminded_who_have_had_their_ticket_for_longer() throws Exception {
        reminds(Tables.OF_OUTBOX.onH2("outbox-reminders"));
    }

    @Test
    void so_they_are_on_postgresql() throws Exception {
        Tables.OF_OUTBOX.onPostgresql(OutboxProjectionTest::reminds);
    }

    private static void reminds(Jdbi database) {
        var facts = new Facts(database).published().sold(MIA, 1);
        var start = WINDOW.start();
        facts.soldAt(start.minus(Duration.ofHours(20)), NOAH, 2).hear(new WaitingJoined(LENA, FREE, BEFORE));
        var outbox = new Outbox(database, false);
        new Reminders(database, at(start.minus(Duration.ofHours(25)))).round();
        assertThat(newest(outbox, MIA).topic()).as("too early").isEqualTo(Topic.CONFIRMED);
        var dayBefore = new Reminders(database, at(start.minus(Duration.ofHours(23))));
        dayBefore.round();
        dayBefore.round();
        assertThat(outbox.readBy(MIA))
                .extracting(r -> r.message().topic())
                .containsExactly(Topic.REMINDER, Topic.CONFIRMED);
        assertThat(newest(outbox, NOAH).topic()).isEqualTo(Topic.CONFIRMED);
        assertThat(outbox.readBy(LENA)).isEmpty();

        var next = Facts.window(EVENING.plusDays(1));
        facts.hear(new PopUpEdited(Facts.details("Threshold", HALL, EVENING.plusDays(1)), next, later(9)));
        new Reminders(database, at(next.start().minus(Duration.ofHours(23)))).round();
        assertThat(outbox.readBy(MIA)).as("of the new day, too").hasSize(3);
        facts.hear(new PopUpClosed(next.end()));
        new Reminders(database, at(next.start().minus(Duration.ofHours(22)))).round();
        assertThat(outbox.readBy(MIA)).hasSize(3);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Instant later(int minutes) {
        return BEFORE.plus(Duration.ofMinutes(minutes));
    }

    private static Message newest(Outbox outbox, ParticipantId who) {
        return outbox.readBy(who).getFirst().message();
    }

    private static List<String> subjects(Outbox outbox, ParticipantId who) {
        return outbox.readBy(who).stream()
                .map(r -> r.message().said().subject())
                .toList();
    }
}
