package downbeat.classes.plan.workout;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.classes.plan.Work;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One step element of a Zwift workout, read into the outline. */
record ZwoStep(Element element, Outline outline) {
    private static final Set<String> STEPS = Set.of(
            "warmup",
            "cooldown",
            "ramp",
            "steadystate",
            "solidstate",
            "intervalst",
            "intervals",
            "freeride",
            "maxeffort",
            "restday",
            "rest");

    static boolean isStep(Element element) {
        return STEPS.contains(element.key());
    }

    void read() throws BadWorkoutException {
        switch (element.key()) {
            case "warmup" -> moving(SegmentKind.WARMUP);
            case "cooldown" -> moving(SegmentKind.COOLDOWN);
            case "ramp" -> moving(SegmentKind.RAMP);
            case "intervalst", "intervals" -> intervals();
            case "freeride" -> add(SegmentKind.FREE, Optional.empty());
            case "maxeffort" -> add(SegmentKind.INTERVAL_ON, Optional.empty());
            case "restday", "rest" -> rest();
            default -> steady();
        }
    }

    /**
     * Zwift means start and end by PowerLow and PowerHigh, but files disagree on cool-downs: those always fall. What
     * moves has two ends, so here a range wins over a single target.
     */
    private void moving(SegmentKind kind) throws BadWorkoutException {
        boolean ends = element.figure("PowerLow").isPresent()
                && element.figure("PowerHigh").isPresent();
        var given = ends ? range("PowerLow", "PowerHigh") : range("PowerLow", "PowerHigh", "Power", "Target");
        var range = required(given, "PowerLow=\"0.5\" PowerHigh=\"0.75\"");
        double from = range.fromPercent();
        double to = range.toPercent();
        boolean turned = kind == SegmentKind.COOLDOWN && from < to;
        add(kind, Optional.of(turned ? new PowerRange(to, from) : range));
    }

    private void steady() throws BadWorkoutException {
        var range = required(range("PowerLow", "PowerHigh", "Power", "Target"), "Power=\"0.75\"");
        add(range.zero() ? SegmentKind.REST : SegmentKind.STEADY, Optional.of(range));
    }

    /** A day of rest in a training plan has no duration and takes no time in a class. */
    private void rest() throws BadWorkoutException {
        if (element.figure("Duration").isPresent()) {
            add(SegmentKind.REST, Optional.of(PowerRange.of(0)));
        }
    }

    private void add(SegmentKind kind, Optional<PowerRange> power) throws BadWorkoutException {
        var cadence = cadence("Cadence", "CadenceLow", "CadenceHigh");
        outline.add(element.line(), element.name(), new Work(kind, length("Duration", "60"), power, cadence));
    }

    private void intervals() throws BadWorkoutException {
        int repeats = 1;
        var repeat = element.figure("Repeat");
        if (repeat.isPresent()) {
            repeats = repeat.get().whole(1, CuePlan.MAX_SEGMENTS);
        }
        var on = on();
        var off = off();
        int works = (on.length().isZero() ? 0 : 1) + (off.length().isZero() ? 0 : 1);
        outline.room(element.line(), element.name(), (long) repeats * works);
        for (int i = 0; i < repeats; i++) {
            outline.add(element.line(), element.name(), on);
            outline.add(element.line(), element.name(), off);
        }
    }

    private Work on() throws BadWorkoutException {
        var length = length("OnDuration", "30");
        var power = range("PowerOnLow", "PowerOnHigh", "OnPower", "PowerOn");
        var target = length.isZero() ? Optional.<PowerRange>empty() : Optional.of(required(power, "OnPower=\"1.2\""));
        return new Work(SegmentKind.INTERVAL_ON, length, target, cadence("Cadence", "CadenceLow", "CadenceHigh"));
    }

    private Work off() throws BadWorkoutException {
        var given = element.figure("OffDuration");
        var length = given.isPresent() ? given.get().seconds() : Duration.ZERO;
        var power = range("PowerOffLow", "PowerOffHigh", "OffPower", "PowerOff");
        var target = length.isZero() ? power : Optional.of(required(power, "OffPower=\"0.5\""));
        return new Work(
                SegmentKind.INTERVAL_OFF,
                length,
                target,
                cadence("CadenceResting", "CadenceRestingLow", "CadenceRestingHigh"));
    }

    private Duration length(String attribute, String example) throws BadWorkoutException {
        var figure = element.figure(attribute);
        if (figure.isEmpty()) {
            throw element.bad("it has no " + attribute + "; add " + attribute + "=\"" + example + "\" (seconds)");
        }
        return figure.get().seconds();
    }

    private PowerRange required(Optional<PowerRange> power, String example) throws BadWorkoutException {
        if (power.isEmpty()) {
            throw element.bad("it has no power; add " + example + " (fractions of FTP)");
        }
        return power.get();
    }

    /** A single target wins over a range, a range over a zone; half a range is a single target. */
    private Optional<PowerRange> range(String low, String high, String... single) throws BadWorkoutException {
        var one = element.figure(single);
        if (one.isPresent()) {
            return Optional.of(PowerRange.of(one.get().power()));
        }
        var from = element.figure(low, high);
        var to = element.figure(high, low);
        if (from.isPresent() && to.isPresent()) {
            return Optional.of(new PowerRange(from.get().power(), to.get().power()));
        }
        var zone = element.figure(low.startsWith("Power") ? zoneName(low) : "Zone");
        return zone.isPresent() ? Optional.of(zone(zone.get().whole(1, 7))) : Optional.empty();
    }

    private static String zoneName(String low) {
        return switch (low) {
            case "PowerOnLow" -> "PowerOnZone";
            case "PowerOffLow" -> "PowerOffZone";
            default -> "Zone";
        };
    }

    /** Power zones in percent of FTP as Zwift and Coggan draw them; the open ends are closed where a class can use them. */
    private static PowerRange zone(int zone) {
        return switch (zone) {
            case 1 -> new PowerRange(50, 59);
            case 2 -> new PowerRange(60, 75);
            case 3 -> new PowerRange(76, 89);
            case 4 -> new PowerRange(90, 104);
            case 5 -> new PowerRange(105, 118);
            case 6 -> new PowerRange(119, 150);
            default -> new PowerRange(150, 200);
        };
    }

    /** A single cadence, or the middle of a range; 0 means none. */
    private OptionalInt cadence(String single, String low, String high) throws BadWorkoutException {
        var one = element.figure(single);
        var from = one.or(() -> element.figure(low, high));
        var to = one.or(() -> element.figure(high, low));
        if (from.isEmpty() || to.isEmpty()) {
            return OptionalInt.empty();
        }
        double middle = (from.get().number() + to.get().number()) / 2;
        if (!(middle >= 0 && middle <= Segment.MAX_CADENCE)) {
            throw from.get().bad("is out of range; cadence goes from 0 to " + Segment.MAX_CADENCE + " rpm");
        }
        int rounded = (int) Math.round(middle);
        return rounded == 0 ? OptionalInt.empty() : OptionalInt.of(rounded);
    }
}
