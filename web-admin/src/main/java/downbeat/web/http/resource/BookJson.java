package downbeat.web.http.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.door.Device;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Timing;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.Validity;
import downbeat.popups.entity.GateCard;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.TicketCard;
import downbeat.popups.pass.PublishedKey;
import downbeat.web.http.resource.DoorJson.DeviceJson;
import downbeat.web.http.resource.PassOperations.KeyJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a device at the door needs to decide alone: as the domain's rulings would, from what is known here and now. Of ten
 * thousand tickets it stays below 2 MB, so what is usual of a ticket is not said.
 *
 * @param doors when the doors open by themselves
 * @param closes when the pop-up closes by itself
 * @param edition of what is said of the pop-up and its gates
 */
record BookJson(
        String popUp,
        String phase,
        Instant doors,
        Instant closes,
        long edition,
        List<KeyJson> keys,
        List<BookGateJson> gates,
        List<DeviceJson> devices,
        List<String> kinds,
        List<BookTicketJson> tickets) {
    BookJson {
        keys = List.copyOf(keys);
        gates = List.copyOf(gates);
        devices = List.copyOf(devices);
        kinds = List.copyOf(kinds);
        tickets = List.copyOf(tickets);
    }

    /** A gate and its rules. */
    record BookGateJson(
            String id,
            String name,
            boolean entry,
            boolean exit,
            boolean reentry,
            List<String> kinds,
            @Nullable Instant openFrom,
            @Nullable Instant openUntil) {
        BookGateJson {
            kinds = List.copyOf(kinds);
        }

        static BookGateJson of(GateCard card) {
            var shown = DoorJson.GateJson.of(card);
            return new BookGateJson(
                    shown.id(),
                    shown.name(),
                    shown.entry(),
                    shown.exit(),
                    shown.reentry(),
                    shown.kinds(),
                    shown.openFrom(),
                    shown.openUntil());
        }
    }

    /**
     * A ticket, void or not.
     *
     * @param kind its place in the list of kinds
     * @param name of the holder; nobody known for a walk-in
     * @param issue when it is not the first
     * @param validity when it is not valid
     * @param due what is still to be paid
     * @param entries when there are any
     * @param inside how many of them are inside, when any are
     */
    @JsonInclude(Include.NON_NULL)
    record BookTicketJson(
            int ticket,
            int kind,
            @Nullable String name,
            @Nullable Integer issue,
            @Nullable String validity,
            @Nullable MoneyJson due,
            @Nullable Integer entries,
            @Nullable Integer inside,
            @Nullable BookEntryJson earlier) {}

    /** @param device its place in the list of devices */
    record BookEntryJson(Instant at, String gate, int device, int admitted, int refused) {}

    static BookJson of(PopUpId id, PopUpCard card, List<PublishedKey> keys, Map<ParticipantId, String> names) {
        var kinds = card.details().kinds().stream().map(TicketKind::id).toList();
        var devices = card.door().devices().stream().map(Device::id).toList();
        var rows = new Rows(places(kinds), places(devices), names);
        return new BookJson(
                id.value(),
                card.phase().name(),
                card.doors(),
                card.end().plus(Timing.GRACE),
                card.edition(),
                keys.stream().map(KeyJson::of).toList(),
                card.door().gates().stream().map(BookGateJson::of).toList(),
                card.door().devices().stream().map(DeviceJson::of).toList(),
                kinds.stream().map(KindId::value).toList(),
                card.tickets().stream().map(rows::of).toList());
    }

    private static <I> Map<I, Integer> places(List<I> all) {
        var places = new HashMap<I, Integer>();
        IntStream.range(0, all.size()).forEach(i -> places.put(all.get(i), i));
        return places;
    }

    /** Writes tickets as rows of a book. */
    private record Rows(Map<KindId, Integer> kinds, Map<DeviceId, Integer> devices, Map<ParticipantId, String> names) {
        BookTicketJson of(TicketCard card) {
            return new BookTicketJson(
                    card.ticket().number(),
                    kinds.getOrDefault(card.kind(), -1),
                    card.holder().map(who -> names.getOrDefault(who, "")).orElse(null),
                    unless(card.issue(), 1),
                    card.validity() == Validity.VALID ? null : card.validity().name(),
                    card.settlement() == Settlement.DUE_AT_DOOR ? MoneyJson.of(card.price()) : null,
                    unless(card.entries(), 0),
                    unless(card.inside(), 0),
                    card.earlier()
                            .map(e -> new BookEntryJson(
                                    e.at(),
                                    e.gate().value(),
                                    devices.getOrDefault(e.device(), -1),
                                    e.admitted(),
                                    e.refused()))
                            .orElse(null));
        }

        private static @Nullable Integer unless(int number, int usual) {
            return number == usual ? null : Integer.valueOf(number);
        }
    }
}
