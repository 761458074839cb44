package downbeat.classes.live.course;

import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueLog;
import downbeat.classes.live.log.Cursor;
import downbeat.classes.live.log.Resumption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A member's device as the wire protocol wants it: holds a log, resumes, never sounds a name twice. */
final class Device {
    private Cursor cursor;
    private final Deque<Cue> network = new ArrayDeque<>();
    private final List<Cue> held = new ArrayList<>();
    private final List<String> sounds = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private boolean connected = true;

    Device(CueLog log) {
        cursor = Cursor.at(log.position());
    }

    void send(List<Cue> cues) {
        if (connected) {
            network.addAll(cues);
        }
    }

    /** What was on the way is lost. */
    void cut() {
        connected = false;
        network.clear();
    }

    /** One cue arrives. Returns whether the device has to come back with its position. */
    boolean hear() {
        var cue = network.poll();
        if (cue == null) {
            return false;
        }
        return switch (cursor.step(cue.epoch(), cue.gen(), cue.offset())) {
            case NEXT -> {
                take(cue);
                yield false;
            }
            case GAP -> true;
            case HELD, FENCED -> false;
        };
    }

    void comeBack(CueLog log) {
        connected = true;
        network.clear();
        switch (log.resume(cursor.position())) {
            case Resumption.Recovered(var missed) -> missed.forEach(this::take);
            case Resumption.Rewound(long to, var missed) -> {
                held.removeIf(cue -> cue.offset() > to);
                cursor = new Cursor(cursor.epoch(), cursor.gen(), to);
                missed.forEach(this::take);
            }
            case Resumption.Lost() -> throw new AssertionError("a position within the window is never lost");
        }
    }

    private void take(Cue cue) {
        held.add(cue);
        cursor = cursor.taken(cue.gen(), cue.offset());
        if (known.add(cue.cueId())) {
            sounds.add(cue.cueId());
        }
    }

    List<Cue> held() {
        return held;
    }

    List<String> sounds() {
        return sounds;
    }
}
