package downbeat.popups.reaction;

import static downbeat.popups.domain.Fixtures.PRICE;
import static downbeat.popups.domain.Fixtures.STANDARD;
import static downbeat.popups.domain.Fixtures.details;
import static downbeat.popups.domain.Fixtures.kind;
import static downbeat.popups.domain.Fixtures.roomOf;
import static downbeat.popups.stage.PopUpsNode.accepted;
import static downbeat.popups.stage.PopUpsNode.get;

import downbeat.classes.domain.ClassDetails;
import downbeat.classes.domain.LiveClassCommand;
import downbeat.classes.domain.LiveClassCommand.Book;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.entity.ClassCard;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.Money;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpCommand.Confirm;
import downbeat.popups.domain.PopUpCommand.PlaceHold;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.Validity;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.stage.PopUpsNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A class online and the room of it. */
record Hybrid(PopUpsNode node, ClassId ride, PopUpId room) {

    static Hybrid of(PopUpsNode node, String name, int inRoom, int online) {
        var hybrid = new Hybrid(node, new ClassId("c-" + name), new PopUpId("u-" + name));
        accepted(node.classes().draft(hybrid.ride, new AccountId("a-trainer"), ride(online)));
        accepted(node.classes().ask(hybrid.ride, new LiveClassCommand.Schedule()));
        node.publish(hybrid.room, linked(hybrid.ride, inRoom));
        return hybrid;
    }

    private static ClassDetails ride(int online) {
        return new ClassDetails(
                "Evening ride",
                "Cycling",
                "",
                LocalDateTime.parse("2026-12-01T18:00"),
                ZoneId.of("Europe/Berlin"),
                Duration.ofHours(1),
                online,
                0,
                Money.of(0, "EUR"),
                false);
    }

    static PopUpDetails linked(ClassId ride, int inRoom) {
        return roomOf(ride, details(inRoom, kind(STANDARD, Category.PAID, inRoom, PRICE, 2)));
    }

    ParticipantId inRoom(String name) {
        var who = new ParticipantId(name);
        var hold = new HoldId("h-" + name);
        accepted(node.popUps().ask(room, new PlaceHold(hold, who, Standing.GUEST, STANDARD, 1)));
        accepted(node.popUps().ask(room, new Confirm(hold, who, true)));
        return who;
    }

    /** Somebody known buys, with the number of the hold to tell purchases apart. */
    void buys(ParticipantId who, int count, String hold) {
        accepted(node.popUps().ask(room, new PlaceHold(new HoldId(hold), who, Standing.GUEST, STANDARD, count)));
        accepted(node.popUps().ask(room, new Confirm(new HoldId(hold), who, true)));
    }

    ParticipantId online(String name) {
        var who = new ParticipantId(name);
        accepted(node.classes().ask(ride, new Book(who, PlaceKind.ONLINE, false)));
        return who;
    }

    PopUpCard atRoom() {
        return get(node.popUps().show(room)).orElseThrow();
    }

    ClassCard atClass() {
        return get(node.classes().show(ride)).orElseThrow();
    }

    Outcome<PlaceMoves.Moved> takePartOnline(ParticipantId who) {
        return get(node.moves().online(room, atRoom(), who));
    }

    Outcome<PlaceMoves.Moved> comeToTheRoom(ParticipantId who) {
        return get(node.moves().toRoom(room, atRoom(), who, Standing.MEMBER, STANDARD));
    }

    boolean hasOnline(ParticipantId who) {
        return PlaceMoves.hasOnline(atClass(), who);
    }

    long tickets(ParticipantId who) {
        return atRoom().ticketsOf(who).stream()
                .filter(ticket -> ticket.validity() == Validity.VALID)
                .count();
    }
}
