package downbeat.web.rehearse.check;

/** Something that must not happen in a class, as one device saw it. Any of them makes a rehearsal fail. */
public sealed interface Finding {
    /** Whose device saw it. */
    String device();

    /** What happened, for people. */
    String sentence();

    /** The word this kind is counted under. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** A cue that was acknowledged to the trainer never reached the device. */
    record Lost(String device, long offset, String cueId) implements Finding {
        @Override
        public String sentence() {
            return "%s never got cue %s (offset %d)".formatted(device, cueId, offset);
        }
    }

    /** The same position came twice. */
    record Doubled(String device, long offset, String cueId) implements Finding {
        @Override
        public String sentence() {
            return "%s got cue %s (offset %d) twice".formatted(device, cueId, offset);
        }
    }

    /** One cue came at two positions without being a newer revision. */
    record Repeated(String device, String cueId, long first, long second) implements Finding {
        @Override
        public String sentence() {
            return "%s got cue %s at offset %d and again at %d".formatted(device, cueId, first, second);
        }
    }

    /** Positions were jumped over: the device expected {@code expected} and got {@code got}. */
    record Gap(String device, long expected, long got) implements Finding {
        @Override
        public String sentence() {
            return "%s expected offset %d and got %d".formatted(device, expected, got);
        }
    }

    /** A position that had been jumped over came after later ones. */
    record Reordered(String device, long newest, long got) implements Finding {
        @Override
        public String sentence() {
            return "%s got offset %d after %d".formatted(device, got, newest);
        }
    }

    /** A writer that had been replaced was heard again. */
    record WrongGen(String device, long seen, long got) implements Finding {
        @Override
        public String sentence() {
            return "%s got gen %d after gen %d".formatted(device, got, seen);
        }
    }

    /** The class changed its epoch, which stays for its life. */
    record WrongEpoch(String device, String seen, String got) implements Finding {
        @Override
        public String sentence() {
            return "%s got epoch %s in a class of epoch %s".formatted(device, got, seen);
        }
    }

    /** A device came back and was not given what it had missed. */
    record NotRecovered(String device, long from, long to) implements Finding {
        @Override
        public String sentence() {
            return "%s came back and was not given offsets %d to %d".formatted(device, from, to);
        }
    }

    /** What was announced as replayed is not what was missed. */
    record WrongReplay(String device, long missed, long announced) implements Finding {
        @Override
        public String sentence() {
            return "%s had missed %d cues and was told of %d".formatted(device, missed, announced);
        }
    }

    /** A device holds another cue at a position than the trainer or the others. */
    record Disagreement(String device, long offset, String expected, String got) implements Finding {
        @Override
        public String sentence() {
            return "%s holds cue %s at offset %d where %s belongs".formatted(device, got, offset, expected);
        }
    }

    /** A device made the same sound twice. */
    record SoundedTwice(String device, String cueId) implements Finding {
        @Override
        public String sentence() {
            return "%s sounded cue %s twice".formatted(device, cueId);
        }
    }

    /** The trainer was told two positions for one cue. */
    record PromiseChanged(String device, String cueId, long first, long second) implements Finding {
        @Override
        public String sentence() {
            return "%s was told offset %d and then %d for cue %s".formatted(device, first, second, cueId);
        }
    }

    /** The server broke the protocol in a way that a device cannot read. */
    record Unreadable(String device, String what) implements Finding {
        @Override
        public String sentence() {
            return "%s could not read: %s".formatted(device, what);
        }
    }
}
