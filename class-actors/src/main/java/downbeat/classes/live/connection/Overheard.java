package downbeat.classes.live.connection;

import downbeat.classes.live.connection.CommandListener.Fate;
import downbeat.classes.live.message.Joiner;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings the commands of one socket together with their replies, which name the command only by its id. */
final class Overheard {
    /** More commands without a reply are not waited for. */
    static final int MOST_OPEN = 256;

    private final CommandListener listener;
    private final Map<Long, String> open = new LinkedHashMap<>();

    Overheard(CommandListener listener) {
        this.listener = listener;
    }

    /** Passed on to the class. */
    void said(Joiner who, @Nullable Long id, String verb) {
        if (!CommandReader.isForTrainersOnly(verb)) {
            return;
        }
        if (id == null || open.size() >= MOST_OPEN) {
            listener.heard(who, verb, Fate.UNANSWERED);
            return;
        }
        var before = open.put(id, verb);
        if (before != null) {
            listener.heard(who, before, Fate.UNANSWERED);
        }
    }

    /** Not passed on. */
    void forbidden(Joiner who, String verb) {
        if (CommandReader.isForTrainersOnly(verb)) {
            listener.heard(who, verb, Fate.FORBIDDEN);
        }
    }

    /** @param verb the key of the reply; {@code error} when the class said no */
    void answered(Joiner who, @Nullable Long id, String verb) {
        var said = id == null ? null : open.remove(id);
        if (said != null) {
            listener.heard(who, said, verb.equals("error") ? Fate.REFUSED : Fate.DONE);
        }
    }

    /** The socket is gone. */
    void end(Joiner who) {
        open.values().forEach(verb -> listener.heard(who, verb, Fate.UNANSWERED));
        open.clear();
    }
}
