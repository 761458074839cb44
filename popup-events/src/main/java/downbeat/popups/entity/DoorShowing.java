package downbeat.popups.entity;

import downbeat.popups.domain.Sheet;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Scan;
import java.util.HashMap;
import java.util.Map;

/** Counts what went through the door. */
final class DoorShowing {
    private static final PassageCount NONE = new PassageCount(0, 0, 0);

    private final Map<GateId, PassageCount> counts = new HashMap<>();

    private DoorShowing() {}

    static DoorCard card(Sheet sheet) {
        var counted = new DoorShowing();
        sheet.roll().all().forEach(ticket -> {
            var passages = ticket.passages(sheet.door());
            passages.entries().forEach(scan -> counted.count(scan.gate(), new PassageCount(1, 0, 0)));
            passages.exits().forEach(scan -> counted.count(scan.gate(), new PassageCount(0, 1, 0)));
            ticket.scans().all().stream().filter(scan -> !scan.admitted()).forEach(counted::refused);
        });
        sheet.door().strays().stream()
                .filter(stray -> !stray.reason().admits())
                .forEach(stray -> counted.count(stray.gate(), new PassageCount(0, 0, 1)));
        return counted.shown(sheet);
    }

    private void refused(Scan scan) {
        count(scan.gate(), new PassageCount(0, 0, 1));
    }

    private void count(GateId gate, PassageCount more) {
        counts.merge(gate, more, PassageCount::plus);
    }

    private DoorCard shown(Sheet sheet) {
        var gates = sheet.door().gates().stream()
                .map(gate -> new GateCard(gate, counts.getOrDefault(gate.id(), NONE)))
                .toList();
        return new DoorCard(
                gates,
                counts.values().stream().reduce(NONE, PassageCount::plus),
                sheet.door().devices(),
                (int) sheet.door().strays().stream()
                        .filter(stray -> stray.reason().admits())
                        .count());
    }
}
