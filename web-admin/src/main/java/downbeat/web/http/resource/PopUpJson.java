package downbeat.web.http.resource;

import downbeat.kernel.ClassId;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.CancellationPolicy;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Place;
import downbeat.popups.entity.PlaceCount;
import downbeat.popups.entity.PopUpCard;
import downbeat.web.asset.PopUpPicture;
import downbeat.web.asset.PopUpPictures;
import downbeat.web.http.resource.ClassJson.PersonJson;
import downbeat.web.identity.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pop-up as its readers see it; {@code mine} and {@code owner} depend on who reads. */
record PopUpJson(
        String id,
        String title,
        String description,
        String host,
        PersonJson organizer,
        PlaceJson place,
        String localStart,
        Instant start,
        Instant end,
        Instant doors,
        long lengthMinutes,
        long doorsEarlyMinutes,
        String phase,
        PlacesJson places,
        List<KindJson> kinds,
        List<PictureJson> pictures,
        String album,
        CancellationJson cancellation,
        @Nullable String linkedClass,
        List<String> languages,
        @Nullable GuestJson mine,
        boolean owner,
        @Nullable String cancelReason,
        int sequence,
        long version) {
    PopUpJson {
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
        pictures = List.copyOf(pictures);
    }

    record PlaceJson(String name, String address, double lat, double lon, String zone, String accessibility) {
        static PlaceJson of(Place place) {
            return new PlaceJson(
                    place.name(),
                    place.address(),
                    place.point().latitude(),
                    place.point().longitude(),
                    place.zone().getId(),
                    place.accessibility());
        }
    }

    record PlacesJson(int size, int sold, int held, int offered, int left, int waiting) {
        static PlacesJson of(PlaceCount count) {
            return new PlacesJson(
                    count.size(), count.sold(), count.held(), count.offered(), count.left(), count.waiting());
        }
    }

    record KindJson(
            String id,
            String name,
            String category,
            int quota,
            MoneyJson price,
            @Nullable Instant onSaleFrom,
            @Nullable Instant onSaleUntil,
            int perPerson,
            PlacesJson places) {
        static KindJson of(TicketKind kind, PlaceCount count) {
            return new KindJson(
                    kind.id().value(),
                    kind.name(),
                    kind.category().name(),
                    kind.quota(),
                    MoneyJson.of(kind.price()),
                    kind.onSale().map(TimeWindow::start).orElse(null),
                    kind.onSale().map(TimeWindow::end).orElse(null),
                    kind.perPerson(),
                    PlacesJson.of(count));
        }
    }

    record CancellationJson(long earlyHours, int lateRefundPercent) {
        static CancellationJson of(CancellationPolicy policy) {
            return new CancellationJson(policy.early().toHours(), policy.lateRefund());
        }
    }

    /** What is known of it besides its card. */
    record Beside(String organizerName, List<PopUpPicture> pictures) {}

    static PopUpJson of(PopUpId id, PopUpCard card, Beside beside, Optional<Caller> reader) {
        var details = card.details();
        return new PopUpJson(
                id.value(),
                details.title(),
                details.description(),
                details.host(),
                new PersonJson(card.organizer().value(), beside.organizerName()),
                PlaceJson.of(details.place()),
                details.timing().start().toString(),
                card.start(),
                card.end(),
                card.doors(),
                details.timing().length().toMinutes(),
                details.timing().doorsEarly().toMinutes(),
                card.phase().name(),
                PlacesJson.of(card.places()),
                kinds(card),
                PictureJson.of(beside.pictures()),
                PopUpPictures.version(beside.pictures()).text(),
                CancellationJson.of(details.cancellation()),
                details.linkedClass().map(ClassId::value).orElse(null),
                Spoken.codes(details.languages()),
                reader.map(r -> GuestJson.of(card, r.participant())).orElse(null),
                isOwner(card, reader),
                card.cancelReason().orElse(null),
                card.sequence(),
                card.edition());
    }

    private static List<KindJson> kinds(PopUpCard card) {
        return card.details().kinds().stream()
                .map(kind -> KindJson.of(kind, card.kind(kind.id()).orElseThrow()))
                .toList();
    }

    static boolean isOwner(PopUpCard card, Optional<Caller> reader) {
        return reader.filter(r -> r.account().equals(card.organizer())).isPresent();
    }
}
