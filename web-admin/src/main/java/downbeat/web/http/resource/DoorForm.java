package downbeat.web.http.resource;

import downbeat.kernel.AccountId;
import downbeat.kernel.Nonce;
import downbeat.kernel.bound.Bounds;
import downbeat.popups.domain.OfflineScan;
import downbeat.popups.domain.PopUpCommand.UploadScans;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.Door;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.door.Supervision;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.pass.Pass;
import downbeat.popups.pass.PassReader;
import downbeat.popups.pass.Reading;
import downbeat.web.http.operation.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is said at a door: gates, and what was scanned there. */
final class DoorForm {
    private static final int LONGEST_PASS = 4096;
    private static final int MOST_KINDS = 20;

    private DoorForm() {}

    /**
     * One look at one code.
     *
     * @param pass whatever the code said
     */
    record Shown(
            Nonce nonce, String pass, GateId gate, DeviceId device, Direction direction, Optional<String> override) {

        Optional<Supervision> supervision(AccountId supervisor) {
            return override.map(why -> new Supervision(supervisor, why));
        }
    }

    static List<Gate> gates(Form form) {
        form.only("gates");
        return form.objects("gates", 1, Door.MOST_GATES).stream()
                .map(DoorForm::gate)
                .toList();
    }

    private static Gate gate(Form form) {
        form.only("id", "name", "entry", "exit", "reentry", "kinds", "openFrom", "openUntil");
        return Parts.checked(
                form,
                () -> new Gate(
                        Parts.id(form, "id", GateId::new),
                        form.text("name", 1, 60),
                        form.flag("entry", true),
                        form.flag("exit", true),
                        form.flag("reentry", false),
                        kinds(form),
                        Parts.span(form, "openFrom", "openUntil")));
    }

    private static List<KindId> kinds(Form form) {
        if (!form.has("kinds")) {
            return List.of();
        }
        var all = new ArrayList<KindId>();
        for (var text : form.texts("kinds", MOST_KINDS, 64)) {
            try {
                all.add(new KindId(text));
            } catch (IllegalArgumentException e) {
                throw form.bad("kinds[" + all.size() + "]", "must be the id of a kind of ticket.");
            }
        }
        return all;
    }

    static Shown shown(Form form) {
        form.only("nonce", "pass", "gate", "device", "direction", "override");
        return read(form);
    }

    private static Shown read(Form form) {
        return new Shown(
                Parts.id(form, "nonce", Nonce::new),
                form.text("pass", 1, LONGEST_PASS),
                Parts.id(form, "gate", GateId::new),
                Parts.id(form, "device", DeviceId::new),
                form.choice("direction", Direction.class),
                override(form));
    }

    /** A supervisor's why. */
    private static Optional<String> override(Form form) {
        return form.optionalText("override", 1, 280)
                .map(why -> Parts.checked(form, () -> {
                    Bounds.text("override", why, 1, 280);
                    return why;
                }));
    }

    /**
     * Somebody without a ticket at a gate.
     *
     * @param override sells beyond the capacity
     */
    record Walker(Nonce nonce, KindId kind, boolean paid, GateId gate, DeviceId device, Optional<String> override) {}

    static Walker walker(Form form) {
        form.only("nonce", "kind", "paid", "gate", "device", "override");
        return new Walker(
                Parts.id(form, "nonce", Nonce::new),
                Parts.id(form, "kind", KindId::new),
                form.flag("paid", false),
                Parts.id(form, "gate", GateId::new),
                Parts.id(form, "device", DeviceId::new),
                override(form));
    }

    /** What devices decided alone; what the passes say is read here, whatever the devices made of them. */
    static List<OfflineScan> scans(Form form, AtDoor at, PassReader reader) {
        form.only("scans");
        return form.objects("scans", 1, UploadScans.MOST_SCANS).stream()
                .map(row -> scan(row, at, reader))
                .toList();
    }

    private static OfflineScan scan(Form form, AtDoor door, PassReader reader) {
        form.only("nonce", "pass", "gate", "device", "direction", "override", "at", "reason");
        var shown = read(form);
        var at = Parts.instant(form, "at");
        var reason = form.choice("reason", Reason.class);
        door.actsAs(shown.device(), form.place("device"));
        door.decides(shown.override().isPresent(), form.place("override"));
        if ((reason == Reason.OVERRIDDEN) != shown.override().isPresent()) {
            throw form.bad("override", "must be there if and only if reason is OVERRIDDEN.");
        }
        var here = door.found().id();
        var pass = pass(reader.read(shown.pass(), here, at), here);
        return new OfflineScan(
                shown.nonce(),
                pass.map(Pass::ticket),
                pass.map(Pass::issue).orElse(0),
                shown.gate(),
                shown.device(),
                shown.direction(),
                at,
                reason,
                shown.supervision(door.answers()));
    }

    /** The pass if it is one of this pop-up, expired or not. */
    private static Optional<Pass> pass(Reading reading, PopUpId here) {
        return switch (reading) {
            case Reading.Genuine(var pass) -> Optional.of(pass);
            case Reading.Bad bad -> bad.pass().filter(p -> p.popUp().equals(here));
        };
    }
}
