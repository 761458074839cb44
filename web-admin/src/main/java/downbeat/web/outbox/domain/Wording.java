package downbeat.web.outbox.domain;

import downbeat.kernel.Money;
import downbeat.popups.domain.ticket.TicketId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The words of what the engine itself tells guests. */
public final class Wording {
    private Wording() {}

    public static Said confirmed(Occasion it, List<TicketId> tickets) {
        var one = tickets.size() == 1;
        return new Said(
                (one ? "Your ticket for " : "Your " + tickets.size() + " tickets for ") + it.title(),
                paragraphs(
                        "You have " + (one ? "a ticket" : tickets.size() + " tickets") + " for " + it.title() + " ("
                                + numbers(tickets) + ").",
                        it.when() + "\n" + it.where(),
                        "At the door you show the pass, which is on the page of the pop-up."));
    }

    public static Said offered(Occasion it, Instant until) {
        return new Said(
                "A place at " + it.title() + " is kept for you",
                paragraphs(
                        "You waited for a place at " + it.title() + ", and one is free now. It is kept for you until "
                                + it.clock(until) + ".",
                        "Take it on the page of the pop-up. After that it goes to whoever waits next.",
                        it.when() + "\n" + it.where()));
    }

    public static Said offerLapsed(Occasion it) {
        return new Said(
                "The place at " + it.title() + " is no longer kept",
                paragraphs(
                        "The place at " + it.title()
                                + " that was kept for you was not taken in time and has gone to whoever waited next.",
                        "You are no longer in the queue. If you still want to come, join it again on the page of the pop-up."));
    }

    public static Said moved(Occasion before, Occasion after) {
        return new Said(
                after.title() + " has moved",
                paragraphs(
                        after.title() + " takes place at another time or place than you were told.",
                        "Now\n" + after.when() + "\n" + after.where(),
                        "Before\n" + before.when() + "\n" + before.where(),
                        "Tickets and passes stay good. If you cannot come, give your ticket back on the page of the pop-up, so that"
                                + " somebody else can."));
    }

    public static Said cancelled(Occasion it, String reason) {
        return new Said(
                it.title() + " is cancelled",
                paragraphs(
                        it.title() + " does not take place. The organizer says: " + reason,
                        "It was planned for\n" + it.when() + "\n" + it.where(),
                        "You need to do nothing."));
    }

    public static Said revoked(Occasion it, TicketId ticket, String reason, Money refund) {
        var back = refund.isZero() ? "" : " You get back " + amount(refund) + ".";
        return new Said(
                "Your ticket for " + it.title() + " was taken back",
                paragraphs(
                        "The organizer took back your ticket no. " + ticket.value() + " for " + it.title() + ": "
                                + reason,
                        "It lets nobody in any more." + back));
    }

    public static Said givenAway(Occasion it, TicketId ticket) {
        return new Said(
                "You gave your ticket for " + it.title() + " away",
                paragraphs(
                        "Your ticket no. " + ticket.value() + " for " + it.title() + " has changed hands.",
                        "Passes that you have of it let nobody in any more."));
    }

    public static Said received(Occasion it, TicketId ticket) {
        return new Said(
                "A ticket for " + it.title() + " is yours now",
                paragraphs(
                        "Somebody gave you the ticket no. " + ticket.value() + " for " + it.title() + ".",
                        it.when() + "\n" + it.where(),
                        "At the door you show the pass, which is on the page of the pop-up."));
    }

    /** The same to somebody whose place in the room stands for the one they may have had online. */
    public static Said inTheRoom(Said said) {
        return new Said(
                said.subject(),
                paragraphs(
                        said.words(),
                        "You take part in the room: if you had a place online in its class, that place goes to whoever waits for one."));
    }

    public static Said reminder(Occasion it) {
        return new Said(
                it.title() + ": it is soon",
                paragraphs(
                        "You have a ticket for " + it.title() + ".",
                        it.when() + "\n" + it.where(),
                        "Have the pass at hand; it is on the page of the pop-up. If you cannot come, give your ticket back there, so"
                                + " that somebody else can."));
    }

    /** @param drop whether bundles are collected there, or it is the pop-up itself */
    public static Said nearby(Occasion it, boolean drop) {
        return new Said(
                "New near you: " + it.title(),
                paragraphs(
                        "You asked to be told of what opens near you: "
                                + (drop ? "bundles of " + it.title() + " can be collected there." : it.title() + "."),
                        it.when() + "\n" + it.where(),
                        "There was something left when this was written. What you are told of, and when not, is up to you on the"
                                + " page “Near you”."));
    }

    private static String numbers(List<TicketId> tickets) {
        return (tickets.size() == 1 ? "no. " : "nos. ")
                + tickets.stream().map(TicketId::value).collect(Collectors.joining(", "));
    }

    private static String amount(Money money) {
        var digits = money.currency().getDefaultFractionDigits();
        return BigDecimal.valueOf(money.minor(), Math.max(0, digits)).toPlainString() + " "
                + money.currency().getCurrencyCode();
    }

    private static String paragraphs(String... all) {
        return String.join("\n\n", all);
    }
}
