package downbeat.web.http.resource;

import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.Verdict;
import downbeat.popups.domain.door.Device;
import downbeat.popups.domain.door.Earlier;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.entity.DoorCard;
import downbeat.popups.entity.GateCard;
import downbeat.popups.entity.PassageCount;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.TicketCard;
import downbeat.web.http.resource.ClassJson.PersonJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The door as those who stand there see it.
 *
 * @param untold let in by an offline device on a ticket that is none
 */
record DoorJson(
        String phase,
        List<GateJson> gates,
        CountJson all,
        List<DeviceJson> devices,
        List<IncidentJson> incidents,
        int untold,
        long version) {
    DoorJson {
        gates = List.copyOf(gates);
        devices = List.copyOf(devices);
        incidents = List.copyOf(incidents);
    }

    record CountJson(int entries, int exits, int inside, int refused) {
        static CountJson of(PassageCount count) {
            return new CountJson(count.entries(), count.exits(), count.inside(), count.refused());
        }
    }

    record GateJson(
            String id,
            String name,
            boolean entry,
            boolean exit,
            boolean reentry,
            List<String> kinds,
            @Nullable Instant openFrom,
            @Nullable Instant openUntil,
            CountJson count) {
        GateJson {
            kinds = List.copyOf(kinds);
        }

        static GateJson of(GateCard card) {
            var gate = card.gate();
            return new GateJson(
                    gate.id().value(),
                    gate.name(),
                    gate.entry(),
                    gate.exit(),
                    gate.reentry(),
                    gate.kinds().stream().map(KindId::value).toList(),
                    gate.open().map(TimeWindow::start).orElse(null),
                    gate.open().map(TimeWindow::end).orElse(null),
                    CountJson.of(card.count()));
        }
    }

    record DeviceJson(String id, String name, @Nullable Instant revokedAt) {
        static DeviceJson of(Device device) {
            return new DeviceJson(
                    device.id().value(), device.name(), device.revokedAt().orElse(null));
        }
    }

    /** @param holder nobody known for a walk-in */
    record IncidentJson(String ticket, @Nullable PersonJson holder, List<String> kinds) {
        IncidentJson {
            kinds = List.copyOf(kinds);
        }

        static IncidentJson of(TicketCard ticket, Map<ParticipantId, String> names) {
            return new IncidentJson(
                    ticket.ticket().value(),
                    person(ticket, names),
                    ticket.incidents().stream().map(Enum::name).toList());
        }
    }

    /** When, where and by which device a ticket was let in before. */
    record EarlierJson(
            Instant at, String gate, String gateName, String device, String deviceName, int admitted, int refused) {
        static EarlierJson of(Earlier earlier, DoorCard door) {
            return new EarlierJson(
                    earlier.at(),
                    earlier.gate().value(),
                    door.gates().stream()
                            .map(GateCard::gate)
                            .filter(gate -> gate.id().equals(earlier.gate()))
                            .findFirst()
                            .map(Gate::name)
                            .orElse(""),
                    earlier.device().value(),
                    door.devices().stream()
                            .filter(device -> device.id().equals(earlier.device()))
                            .findFirst()
                            .map(Device::name)
                            .orElse(""),
                    earlier.admitted(),
                    earlier.refused());
        }
    }

    /** What a scan came to. */
    record VerdictJson(
            boolean admitted,
            String reason,
            @Nullable String ticket,
            @Nullable String kind,
            @Nullable PersonJson holder,
            @Nullable EarlierJson earlier,
            @Nullable MoneyJson due,
            boolean canBeOverridden) {
        static VerdictJson of(Verdict verdict, PopUpCard card, Map<ParticipantId, String> names) {
            var ticket = verdict.ticket().flatMap(card::ticket);
            return new VerdictJson(
                    verdict.admitted(),
                    verdict.reason().name(),
                    verdict.ticket().map(TicketId::value).orElse(null),
                    verdict.kind().map(KindId::value).orElse(null),
                    ticket.map(t -> person(t, names)).orElse(null),
                    verdict.earlier()
                            .map(earlier -> EarlierJson.of(earlier, card.door()))
                            .orElse(null),
                    verdict.due().map(MoneyJson::of).orElse(null),
                    verdict.reason().canBeOverridden());
        }
    }

    static DoorJson of(PopUpCard card, Map<ParticipantId, String> names) {
        var door = card.door();
        return new DoorJson(
                card.phase().name(),
                door.gates().stream().map(GateJson::of).toList(),
                CountJson.of(door.all()),
                door.devices().stream().map(DeviceJson::of).toList(),
                card.tickets().stream()
                        .filter(ticket -> !ticket.incidents().isEmpty())
                        .map(ticket -> IncidentJson.of(ticket, names))
                        .toList(),
                door.untold(),
                card.edition());
    }

    static @Nullable PersonJson person(TicketCard ticket, Map<ParticipantId, String> names) {
        return ticket.holder()
                .map(who -> new PersonJson(who.value(), names.getOrDefault(who, "")))
                .orElse(null);
    }
}
