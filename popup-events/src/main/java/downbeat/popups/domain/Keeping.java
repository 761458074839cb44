package downbeat.popups.domain;

import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.UploadAnswer.Fate;
import downbeat.popups.domain.door.Door;
import downbeat.popups.domain.door.Incident;
import downbeat.popups.domain.door.Scan;
import downbeat.popups.domain.door.Stray;
import downbeat.popups.domain.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Makes scans facts, each once, and tells the incidents they come to. */
final class Keeping {
    /** Far beyond any guest; a device that goes wild fills no journal. */
    static final int MOST_OF_A_TICKET = 500;

    /** How far the clock of a device may be ahead. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private final Telling telling;

    Keeping(Telling telling) {
        this.telling = telling;
    }

    /** False if there are too many already. */
    boolean keep(Ticket ticket, Scan scan) {
        if (ticket.scans().all().size() >= MOST_OF_A_TICKET
                && ticket.scans().find(scan.nonce()).isEmpty()) {
            return false;
        }
        var after = ticket.scanned(scan);
        if (!after.equals(ticket)) {
            telling.tell(new ScanRecorded(ticket.id(), scan, telling.now()));
            flag(ticket, ticket.incidents(telling.door()), after.incidents(telling.door()));
        }
        return true;
    }

    private void flag(Ticket ticket, Set<Incident> before, Set<Incident> after) {
        if (before.equals(after)) {
            return;
        }
        telling.tell(
                after.isEmpty()
                        ? new IncidentCleared(ticket.id(), telling.now())
                        : new IncidentFlagged(ticket.id(), List.copyOf(after), telling.now()));
    }

    boolean keep(Stray stray) {
        var door = telling.door();
        if (door.strays().size() >= Door.MOST_STRAYS
                && door.stray(stray.nonce()).isEmpty()) {
            return false;
        }
        if (!door.with(stray).equals(door)) {
            telling.tell(new StrayRecorded(stray, telling.now()));
        }
        return true;
    }

    /** What happened at the door has happened, whatever phase it is now: only what cannot be believed is not kept. */
    UploadAnswer take(OfflineScan offline) {
        return new UploadAnswer(offline.nonce(), fate(offline));
    }

    private Fate fate(OfflineScan offline) {
        if (telling.door().device(offline.device()).isEmpty()) {
            return Fate.UNKNOWN_DEVICE;
        }
        if (!telling.door().trusts(offline.device(), offline.at())) {
            return Fate.DEVICE_REVOKED;
        }
        if (offline.at().isAfter(telling.now().plus(AHEAD))) {
            return Fate.FROM_THE_FUTURE;
        }
        int facts = telling.events().size();
        var ticket = offline.ticket().flatMap(telling.roll()::find);
        boolean kept = ticket.isPresent() ? keep(ticket.get(), offline.scan()) : keep(offline.stray());
        if (!kept) {
            return Fate.DOOR_IS_FULL;
        }
        return telling.events().size() > facts ? Fate.KEPT : Fate.KEPT_ALREADY;
    }
}
