package downbeat.classes.live.connection;

import akka.http.javadsl.model.ws.TextMessage;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage.CueFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a socket to take it, the most important first: replies, cues, the newest of each channel, changes of the
 * roster, biofeedback. All are bounded: channels and roster by dropping, replies and cues by {@link #tooSlow}.
 */
final class Lanes {
    /** Replies waiting; a device asks for each, at most a hundred a second. */
    static final int MOST_REPLIES = 256;

    /** Changes of the roster waiting before it is asked for as a whole. */
    static final int MOST_ROSTER = 8;

    private final Deque<String> replies = new ArrayDeque<>();
    private final CueLane cues = new CueLane();
    private final Map<Channel, String> latest = new EnumMap<>(Channel.class);
    private final Deque<String> roster = new ArrayDeque<>();

    void reply(String frame) {
        replies.addLast(frame);
    }

    void cue(CueFrame cue, long nanos) {
        cues.add(cue, nanos);
    }

    void latest(Channel channel, String frame) {
        latest.put(channel, frame);
    }

    /** What waits on a channel is not true any more. */
    void forget(Channel channel) {
        latest.remove(channel);
    }

    /** @return false when changes were dropped: the whole roster is needed */
    boolean roster(String frame, boolean full) {
        if (full) {
            roster.clear();
        } else if (roster.size() == MOST_ROSTER) {
            roster.clear();
            return false;
        }
        roster.addLast(frame);
        return true;
    }

    /** Nothing but replies goes out any more. */
    void onlyReplies() {
        cues.clear();
        latest.clear();
        roster.clear();
    }

    /** The next frame; a cue is entered in the ledger. */
    @Nullable
    TextMessage next(CueLedger ledger, long nanos) {
        if (!replies.isEmpty()) {
            return TextMessage.create(replies.removeFirst());
        }
        var cue = cues.take(nanos);
        if (cue != null) {
            ledger.sent(cue.cue(), cue.nanos());
            return TextMessage.create(cue.cue().frame());
        }
        var slots = latest.entrySet().iterator();
        var slot = slots.hasNext() ? slots.next() : null;
        if (slot != null && (slot.getKey() != Channel.BIO || roster.isEmpty())) {
            var frame = slot.getValue();
            slots.remove();
            return TextMessage.create(frame);
        }
        return roster.isEmpty() ? null : TextMessage.create(roster.removeFirst());
    }

    boolean repliesWait() {
        return !replies.isEmpty();
    }

    boolean tooSlow(long nanos) {
        return replies.size() > MOST_REPLIES || cues.tooSlow(nanos);
    }

    /** Bytes of live cues waiting. */
    long cueBytes() {
        return cues.bytes();
    }
}
