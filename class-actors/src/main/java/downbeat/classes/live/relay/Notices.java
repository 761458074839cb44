package downbeat.classes.live.relay;

import downbeat.classes.live.frame.Frames;
import downbeat.classes.live.message.AskTally;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.NextClass;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands until there is something newer: how the open ask goes, the trainer's gauge, the live check, the class that
 * follows. Told to those who are here and to whoever comes. Owned by one actor.
 */
final class Notices {
    private final Links links;
    private final Map<Channel, String> forTrainers = new EnumMap<>(Channel.class);
    private @Nullable String next;

    Notices(Links links) {
        this.links = links;
        keepAsks(null);
    }

    /** Kept for whoever comes: those who are here are told by the class itself. */
    void keepAsks(@Nullable AskTally tally) {
        forTrainers.put(
                Channel.ASKS, Frames.push("asks", "asks", Frames.asks(tally).toString()));
    }

    void asks(@Nullable AskTally tally) {
        keepAsks(tally);
        tellTrainers(Channel.ASKS);
    }

    /** @param json of the wire protocol */
    void gauge(String json) {
        forTrainers.put(Channel.GAUGE, Frames.push("gauge", "gauge", json));
        tellTrainers(Channel.GAUGE);
    }

    /** @param json of the wire protocol */
    void check(String json) {
        forTrainers.put(Channel.CHECK, Frames.push("check", "check", json));
        tellTrainers(Channel.CHECK);
    }

    void next(NextClass following) {
        next = Frames.next(following);
        links.tell(new ConnectionMessage.Latest(Channel.NEXT, next));
    }

    private void tellTrainers(Channel channel) {
        var frame = forTrainers.get(channel);
        if (frame != null) {
            links.tellTrainers(new ConnectionMessage.Latest(channel, frame));
        }
    }

    /** Somebody has come. */
    void greet(Link link) {
        if (next != null) {
            link.socket().tell(new ConnectionMessage.Latest(Channel.NEXT, next));
        }
        if (link.trainer()) {
            forTrainers.forEach((channel, frame) -> link.socket().tell(new ConnectionMessage.Latest(channel, frame)));
        }
    }
}
