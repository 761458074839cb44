package downbeat.web.rehearse.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything one device got, position by position, and what was wrong with it. A device reads its position from here too, so
 * what it resumes from is what it really holds.
 *
 * <p>Not thread-safe: written on the device's event loop, read after that loop has come to rest.
 */
public final class DeviceLedger {
    private final String device;
    private final List<Finding> findings = new ArrayList<>();
    private final List<@Nullable String> held = new ArrayList<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private final Set<String> sounded = new HashSet<>();
    private @Nullable String epoch;
    private long first;
    private long cueGen;
    private long attachedGen;
    private boolean deaf;

    private record Seen(long offset, int rev) {}

    public DeviceLedger(String device) {
        this.device = device;
    }

    public String device() {
        return device;
    }

    /** The device connected, for the first time or again. */
    public void attached(Attachment a) {
        if (epoch == null) {
            epoch = a.epoch();
            first = a.offset() + 1;
        } else if (!epoch.equals(a.epoch())) {
            findings.add(new Finding.WrongEpoch(device, epoch, a.epoch()));
        } else {
            resumed(a);
        }
        if (a.gen() < attachedGen) {
            findings.add(new Finding.WrongGen(device, attachedGen, a.gen()));
        }
        attachedGen = Math.max(attachedGen, a.gen());
    }

    private void resumed(Attachment a) {
        a.rewind().ifPresent(this::forgetAbove);
        long missed = a.offset() - newest();
        if (!a.recovered()) {
            if (missed > 0) {
                findings.add(new Finding.NotRecovered(device, newest() + 1, a.offset()));
            }
            padTo(a.offset() + 1);
        } else if (missed != a.replayed()) {
            findings.add(new Finding.WrongReplay(device, missed, a.replayed()));
        }
    }

    private void forgetAbove(long offset) {
        while (newest() > offset && !held.isEmpty()) {
            String cueId = held.removeLast();
            seen.remove(cueId);
        }
        cueGen = 0;
    }

    /** A cue came. True when it is new to the device and to be acted on. */
    public boolean arrived(ArrivedCue cue) {
        if (epoch == null || !epoch.equals(cue.epoch())) {
            findings.add(new Finding.WrongEpoch(device, epoch == null ? "none" : epoch, cue.epoch()));
            return false;
        }
        long seenGen = cue.replay() ? cueGen : Math.max(cueGen, attachedGen);
        if (cue.gen() < seenGen) {
            findings.add(new Finding.WrongGen(device, seenGen, cue.gen()));
            return false;
        }
        cueGen = cue.gen();
        return placed(cue) && notRepeated(cue);
    }

    private boolean placed(ArrivedCue cue) {
        long expected = newest() + 1;
        if (cue.offset() >= expected) {
            if (cue.offset() > expected) {
                findings.add(new Finding.Gap(device, expected, cue.offset()));
                padTo(cue.offset());
            }
            held.add(cue.cueId());
            return true;
        }
        if (cue.offset() < first || at(cue.offset()).isPresent()) {
            findings.add(new Finding.Doubled(device, cue.offset(), cue.cueId()));
            return false;
        }
        findings.add(new Finding.Reordered(device, newest(), cue.offset()));
        held.set((int) (cue.offset() - first), cue.cueId());
        return true;
    }

    private boolean notRepeated(ArrivedCue cue) {
        Seen before = seen.put(cue.cueId(), new Seen(cue.offset(), cue.rev()));
        if (before != null && cue.rev() <= before.rev()) {
            findings.add(new Finding.Repeated(device, cue.cueId(), before.offset(), cue.offset()));
            return false;
        }
        return true;
    }

    private void padTo(long nextOffset) {
        while (newest() + 1 < nextOffset) {
            held.add(null);
        }
    }

    /** The device made the sound (or showed the text) of a cue. */
    public void sounded(String cueId) {
        if (!sounded.add(cueId)) {
            findings.add(new Finding.SoundedTwice(device, cueId));
        }
    }

    public boolean hasSounded(String cueId) {
        return sounded.contains(cueId);
    }

    /** The server sent something that cannot be read. */
    public void unreadable(String what) {
        findings.add(new Finding.Unreadable(device, what));
    }

    /** From here on the device reads nothing, on purpose: nothing is expected to reach it. */
    public void goesDeaf() {
        deaf = true;
    }

    boolean isDeaf() {
        return deaf;
    }

    public Optional<Position> position() {
        return Optional.ofNullable(epoch).map(e -> new Position(e, Math.max(attachedGen, cueGen), newest()));
    }

    /** The newest position held, or the one the device started from. */
    public long newest() {
        return first + held.size() - 1;
    }

    /** The first position that must reach the device. */
    public long first() {
        return first;
    }

    boolean everAttached() {
        return epoch != null;
    }

    Optional<String> at(long offset) {
        long index = offset - first;
        return index < 0 || index >= held.size() ? Optional.empty() : Optional.ofNullable(held.get((int) index));
    }

    /** How many cues reached the device. */
    public long deliveries() {
        return held.stream().filter(cueId -> cueId != null).count();
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
