package downbeat.web.http.resource;

import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.view.ClassBoard;
import downbeat.drops.domain.Phase;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.Drops;
import downbeat.drops.view.DropBoard;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.ticket.Validity;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.PopUps;
import downbeat.popups.view.PopUpBoard;
import downbeat.web.http.operation.Gathering;
import downbeat.web.http.problem.Problem.Open;
import downbeat.web.identity.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What others still count on somebody for, and what somebody is still to get: it has to be ended by themselves first. */
final class StillOpen {
    /** Where the lists of somebody are, and what is on them. */
    record Records(
            ClassBoard classBoard,
            LiveClasses classes,
            PopUpBoard popUpBoard,
            PopUps popUps,
            DropBoard dropBoard,
            Drops drops) {}

    private final Records records;
    private final Clock clock;
    private final Executor blocking;

    StillOpen(Records records, Clock clock, Executor blocking) {
        this.records = records;
        this.clock = clock;
        this.blocking = blocking;
    }

    CompletionStage<List<Open>> of(Caller me) {
        return classes(me).thenCombine(popUps(me), StillOpen::both).thenCombine(drops(me), StillOpen::both);
    }

    private CompletionStage<List<Open>> classes(Caller me) {
        return both(
                        () -> records.classBoard().byTrainer(me.account()).stream()
                                .map(row -> row.id())
                                .toList(),
                        () -> records.classBoard().bookingsOf(me.participant()).stream()
                                .map(booked -> booked.row().id())
                                .toList())
                .thenCompose(ids -> Gathering.each(
                        ids,
                        id -> records.classes()
                                .show(id)
                                .thenApply(shown -> shown.filter(card -> underWay(card, me))
                                        .map(card -> new Open(card.details().title(), "/room/" + id.value())))));
    }

    private boolean underWay(ClassCard card, Caller me) {
        var concerns = card.trainer().equals(me.account())
                || card.bookingOf(me.participant()).isPresent();
        return concerns
                && switch (card.phase()) {
                    case DRAFT, ENDED, CANCELLED -> false;
                    case SCHEDULED, LOBBY -> toCome(card.end());
                    case LIVE, CLOSING -> true;
                };
    }

    private CompletionStage<List<Open>> popUps(Caller me) {
        return both(
                        () -> records.popUpBoard().byOrganizer(me.account()),
                        () -> records.popUpBoard().byGuest(me.participant()))
                .thenCompose(ids -> Gathering.each(
                        ids,
                        id -> records.popUps()
                                .show(id)
                                .thenApply(shown -> shown.filter(card -> underWay(card, me))
                                        .map(card -> new Open(card.details().title(), "/pop-ups/" + id.value())))));
    }

    private boolean underWay(PopUpCard card, Caller me) {
        var concerns = card.organizer().equals(me.account()) || expects(card, me.participant());
        return concerns
                && switch (card.phase()) {
                    case DRAFT, CLOSED, CANCELLED -> false;
                    case PUBLISHED -> toCome(card.end());
                    case DOORS_OPEN -> true;
                };
    }

    private static boolean expects(PopUpCard card, ParticipantId who) {
        return !card.placesOf(who).isEmpty()
                || card.ticketsOf(who).stream().anyMatch(ticket -> ticket.validity() == Validity.VALID);
    }

    private CompletionStage<List<Open>> drops(Caller me) {
        return both(
                        () -> records.dropBoard().byTrainer(me.account()),
                        () -> records.dropBoard().byMember(me.participant()))
                .thenCompose(ids -> Gathering.each(
                        ids,
                        id -> records.drops()
                                .show(id)
                                .thenApply(shown -> shown.filter(card -> underWay(card, me))
                                        .map(card -> new Open(card.details().title(), "/drops/" + id.value())))));
    }

    private static boolean underWay(DropCard card, Caller me) {
        var running = card.phase() == Phase.ANNOUNCED || card.phase() == Phase.OPEN;
        var closed = card.phase() == Phase.CLOSED;
        var own = card.trainer().equals(me.account());
        var collects = card.claims().stream()
                .anyMatch(claim -> claim.status().open() && (own || claim.who().equals(me.participant())));
        return (running && (own || waits(card, me.participant()))) || ((running || closed) && collects);
    }

    private static boolean waits(DropCard card, ParticipantId who) {
        return card.waiting().stream().anyMatch(waiting -> waiting.who().equals(who))
                || card.line().stream().anyMatch(spot -> spot.who().equals(who));
    }

    private boolean toCome(Instant end) {
        return end.isAfter(clock.instant());
    }

    /** What is on either list, once. */
    private <I> CompletionStage<List<I>> both(Supplier<List<I>> one, Supplier<List<I>> other) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var all = new LinkedHashSet<>(one.get());
                    all.addAll(other.get());
                    return List.copyOf(all);
                },
                blocking);
    }

    private static List<Open> both(List<Open> some, List<Open> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
