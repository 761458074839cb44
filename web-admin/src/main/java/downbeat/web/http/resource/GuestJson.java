package downbeat.web.http.resource;

import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpReply;
import downbeat.popups.entity.PlaceCard;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.TicketCard;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What somebody has of a pop-up. */
record GuestJson(
        @Nullable HoldJson hold,
        @Nullable OfferJson offer,
        @Nullable WaitingJson waiting,
        List<TicketJson> tickets) {
    GuestJson {
        tickets = List.copyOf(tickets);
    }

    record HoldJson(String id, String kind, int count, MoneyJson total, Instant until) {
        static HoldJson of(PopUpReply.Held held) {
            return new HoldJson(
                    held.hold().value(), held.kind().value(), held.count(), MoneyJson.of(held.total()), held.until());
        }

        static HoldJson of(PlaceCard card) {
            Money total = card.price().orElseThrow().times(card.count());
            return new HoldJson(
                    card.hold().orElseThrow().value(),
                    card.kind().value(),
                    card.count(),
                    MoneyJson.of(total),
                    card.until().orElseThrow());
        }
    }

    record OfferJson(String kind, Instant until) {
        static OfferJson of(PlaceCard card) {
            return new OfferJson(card.kind().value(), card.until().orElseThrow());
        }
    }

    /** @param position from 1 */
    record WaitingJson(String kind, int position) {
        static WaitingJson of(PlaceCard card) {
            return new WaitingJson(card.kind().value(), card.position());
        }
    }

    record TicketJson(
            String id,
            String kind,
            MoneyJson price,
            String settlement,
            String validity,
            @Nullable String voidReason,
            int issue,
            int entries,
            int inside) {
        static TicketJson of(TicketCard card) {
            return new TicketJson(
                    card.ticket().value(),
                    card.kind().value(),
                    MoneyJson.of(card.price()),
                    card.settlement().name(),
                    card.validity().name(),
                    card.voidReason().orElse(null),
                    card.issue(),
                    card.entries(),
                    card.inside());
        }
    }

    static GuestJson of(PopUpCard card, ParticipantId who) {
        var places = card.placesOf(who);
        return new GuestJson(
                first(places, PlaceCard.Status.HELD, HoldJson::of),
                first(places, PlaceCard.Status.OFFERED, OfferJson::of),
                first(places, PlaceCard.Status.WAITING, WaitingJson::of),
                card.ticketsOf(who).stream().map(TicketJson::of).toList());
    }

    boolean hasSomething() {
        return hold != null || offer != null || waiting != null || !tickets.isEmpty();
    }

    private static <J> @Nullable J first(List<PlaceCard> places, PlaceCard.Status status, Function<PlaceCard, J> json) {
        return places.stream()
                .filter(place -> place.status() == status)
                .findFirst()
                .map(json)
                .orElse(null);
    }
}
