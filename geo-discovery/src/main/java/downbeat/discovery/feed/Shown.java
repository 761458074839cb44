package downbeat.discovery.feed;

import downbeat.classes.domain.PlaceKind;
import downbeat.classes.entity.ClassCard;
import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingId;
import downbeat.discovery.listing.Offer;
import downbeat.discovery.listing.Particulars;
import downbeat.discovery.listing.Spot;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.Phase;
import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.PointCard;
import downbeat.kernel.ClassId;
import downbeat.kernel.Language;
import downbeat.kernel.Money;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.entity.PlaceCount;
import downbeat.popups.entity.PopUpCard;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a class, a pop-up and a drop are listed as. Nothing, if they are not for everybody or are over. */
final class Shown {
    private Shown() {}

    /** Its places at home; those in a room are listed with the pop-up that is the room. */
    static List<Listing> of(ClassId id, ClassCard it) {
        boolean open = switch (it.phase()) {
            case SCHEDULED, LOBBY -> true;
            case DRAFT, LIVE, CLOSING, ENDED, CANCELLED -> false;
        };
        if (!open || it.details().capacity(PlaceKind.ONLINE) == 0) {
            return List.of();
        }
        var details = it.details();
        return List.of(new Listing(
                ListingId.of(id),
                it.trainer(),
                details.title(),
                details.style(),
                "",
                Optional.empty(),
                details.zone(),
                it.start(),
                it.end(),
                it.start(),
                Attendance.ONLINE,
                details.price(),
                it.online().left(),
                it.online().capacity(),
                details.trial(),
                Optional.empty(),
                new Particulars(details.description(), List.of(), (int) it.edition()),
                details.languages()));
    }

    /** @param room the class whose room it is, if it is one */
    static List<Listing> of(PopUpId id, PopUpCard it, Optional<ClassCard> room) {
        boolean open = switch (it.phase()) {
            case PUBLISHED, DOORS_OPEN -> true;
            case DRAFT, CLOSED, CANCELLED -> false;
        };
        var kinds = it.details().kinds().stream().filter(Shown::isForGuests).toList();
        if (!open || kinds.isEmpty()) {
            return List.of();
        }
        var details = it.details();
        return List.of(new Listing(
                ListingId.of(id),
                it.organizer(),
                details.title(),
                room.map(c -> c.details().style()).orElse(""),
                details.host(),
                Optional.of(Spot.of(details.place())),
                details.place().zone(),
                it.start(),
                it.end(),
                room.isPresent() ? it.start() : it.end(),
                room.isPresent() ? Attendance.MIXED : Attendance.IN_PERSON,
                cheapest(it, kinds),
                Math.min(it.places().left(), sum(it, kinds)),
                it.places().size(),
                kinds.stream().anyMatch(kind -> kind.category() != Category.MEMBER),
                details.linkedClass(),
                new Particulars(details.description(), offers(kinds), it.sequence()),
                spoken(details.languages(), room)));
    }

    /** Who says nothing of it in the room of a class speaks as the class does. */
    private static List<Language> spoken(List<Language> own, Optional<ClassCard> of) {
        return own.isEmpty() ? of.map(it -> it.details().languages()).orElse(List.of()) : own;
    }

    private static List<Offer> offers(List<TicketKind> kinds) {
        return kinds.stream().map(kind -> new Offer(kind.name(), kind.price())).toList();
    }

    private static boolean isForGuests(TicketKind kind) {
        return kind.category() != Category.STAFF;
    }

    private static int sum(PopUpCard it, List<TicketKind> kinds) {
        return kinds.stream().mapToInt(kind -> left(it, kind)).sum();
    }

    private static int left(PopUpCard it, TicketKind kind) {
        return it.kind(kind.id()).map(PlaceCount::left).orElse(0);
    }

    /** Of what can be had, or of all if nothing can. */
    private static Money cheapest(PopUpCard it, List<TicketKind> kinds) {
        return kinds.stream()
                .min(Comparator.<TicketKind>comparingInt(kind -> left(it, kind) > 0 ? 0 : 1)
                        .thenComparingLong(kind -> kind.price().minor()))
                .map(TicketKind::price)
                .orElseThrow();
    }

    /**
     * One listing for each point.
     *
     * @param places of the pop-ups where it is collected
     * @param of the class that it belongs to, if it belongs to one
     */
    static List<Listing> of(DropId id, DropCard it, Map<PointId, PopUpCard> places, Optional<ClassCard> of) {
        if (it.phase() != Phase.ANNOUNCED && it.phase() != Phase.OPEN) {
            return List.of();
        }
        return it.points().stream()
                .filter(point -> point.closed().isEmpty())
                .flatMap(point -> at(id, it, point, places, of).stream())
                .toList();
    }

    private static Optional<Listing> at(
            DropId id, DropCard it, PointCard point, Map<PointId, PopUpCard> places, Optional<ClassCard> of) {
        var place = Optional.ofNullable(places.get(point.id()));
        var last = point.windows().stream().map(w -> w.end()).max(Comparator.naturalOrder());
        var end = last.or(it::closesAt);
        if (end.isEmpty() || (place.isEmpty() && !point.id().online())) {
            return Optional.empty();
        }
        var start = point.windows().stream()
                .map(w -> w.start())
                .min(Comparator.naturalOrder())
                .or(it::openedAt)
                .orElse(end.get());
        var details = it.details();
        return Optional.of(new Listing(
                ListingId.of(id, point.id()),
                it.trainer(),
                details.title(),
                of.map(c -> c.details().style()).orElse(""),
                place.map(card -> card.details().host()).orElse(""),
                place.map(card -> Spot.of(card.details().place())),
                point.id().online() ? ZoneOffset.UTC : point.zone(),
                start,
                end.get(),
                reachable(end.get(), it),
                point.id().online() ? Attendance.ONLINE : Attendance.IN_PERSON,
                details.bundles().stream()
                        .map(Bundle::price)
                        .min(Comparator.comparingLong(Money::minor))
                        .orElseThrow(),
                point.left().values().stream().mapToInt(Integer::intValue).max().orElse(0),
                most(it, point),
                details.eligibility().isEmpty(),
                details.linkedClass(),
                new Particulars(details.description(), List.of(), (int) it.edition()),
                spoken(List.of(), of)));
    }

    /** Who comes after it has closed gets nothing. */
    private static Instant reachable(Instant end, DropCard it) {
        return it.closesAt().filter(closes -> closes.isBefore(end)).orElse(end);
    }

    /** Units of the bundle that there are most of. */
    private static int most(DropCard it, PointCard point) {
        var stock = it.details().point(point.id()).orElseThrow();
        return it.details().bundles().stream()
                .mapToInt(bundle -> bundle.contents().entrySet().stream()
                        .mapToInt(part -> stock.stockOf(part.getKey()) / part.getValue())
                        .min()
                        .orElse(0))
                .max()
                .orElse(0);
    }
}
