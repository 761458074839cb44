package downbeat.popups.domain.door;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the scans of one ticket add up to. An exit that no entry went before counts as none; its entry may still be on a
 * device that is offline.
 *
 * @param entries every admitted entry, doubled ones too
 * @param exits never more than entries
 */
public record Passages(List<Scan> entries, List<Scan> exits, Set<Incident> incidents) {
    /** @param reentry which gates let in again those who went out */
    public static Passages of(Scans scans, Predicate<GateId> reentry) {
        var entries = new ArrayList<Scan>();
        var exits = new ArrayList<Scan>();
        var incidents = EnumSet.noneOf(Incident.class);
        for (var scan : scans.all()) {
            boolean inside = entries.size() > exits.size();
            if (scan.admittedEntry()) {
                if (scan.byTheRules() && inside) {
                    incidents.add(Incident.DOUBLE_ADMISSION);
                } else if (scan.byTheRules() && !entries.isEmpty() && !reentry.test(scan.gate())) {
                    incidents.add(Incident.REENTRY);
                }
                entries.add(scan);
            } else if (scan.admitted() && inside) {
                exits.add(scan);
            }
        }
        return new Passages(entries, exits, incidents);
    }

    public int inside() {
        return entries.size() - exits.size();
    }

    public boolean used() {
        return !entries.isEmpty();
    }
}
