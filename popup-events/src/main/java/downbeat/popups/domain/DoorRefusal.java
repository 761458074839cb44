package downbeat.popups.domain;

import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Why something cannot be at a door. */
public sealed interface DoorRefusal extends PopUpRefusal {
    record GateIsUsed(GateId gate) implements DoorRefusal {
        @Override
        public String detail() {
            return "Scans were made at the gate " + gate.value()
                    + "; it must stay, and may be closed by the time it is open.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("gates");
        }
    }

    /** @param index of the gate in the request, from 0 */
    record UnknownKindAtGate(KindId ticketKind, int index) implements DoorRefusal {
        @Override
        public String detail() {
            return "This pop-up has no tickets " + ticketKind.value() + ".";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("gates[" + index + "].kinds");
        }
    }

    record NoSuchGate(GateId gate) implements DoorRefusal {
        @Override
        public String detail() {
            return "There is no gate " + gate.value() + ".";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("gate");
        }
    }

    record TooManyScans(TicketId ticket, int most) implements DoorRefusal {
        @Override
        public String detail() {
            return "This ticket was scanned " + most + " times; look at the device that does it.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("ticket");
        }
    }

    record NotThroughThisGate(GateId gate, Reason reason) implements DoorRefusal {
        @Override
        public String detail() {
            return "Nobody comes in like that through the gate " + gate.value() + " now ("
                    + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ").";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("gate");
        }
    }

    record DeviceIsRegistered(DeviceId device) implements DoorRefusal {
        @Override
        public String detail() {
            return "This device is registered already; give another id if it was revoked.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("device");
        }
    }

    record TooManyDevices(int most) implements DoorRefusal {
        @Override
        public String detail() {
            return most + " devices are registered; no more can be.";
        }
    }

    record NoSuchDevice(DeviceId device) implements DoorRefusal {
        @Override
        public String detail() {
            return "This device is not registered at this door.";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("device");
        }
    }

    record DeviceIsRevoked(DeviceId device, Instant since) implements DoorRefusal {
        @Override
        public String detail() {
            return "This device was revoked at " + since + ".";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("device");
        }
    }
}
