package downbeat.classes.live.relay;

import downbeat.classes.live.frame.Frames;
import downbeat.classes.live.message.AskTally;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.NextClass;
import downbeat.kernel.ParticipantId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands until there is something newer: how the open ask goes and who has answered it, the trainer's gauge, the live
 * check, the class that follows, the drops. Told to those who are here and to whoever comes. Owned by one actor.
 */
final class Notices {
    private final Links links;
    private final Map<Channel, String> forTrainers = new EnumMap<>(Channel.class);
    private final Set<ParticipantId> answered = new HashSet<>();
    private @Nullable String asked;
    private @Nullable String next;
    private @Nullable String drops;

    Notices(Links links) {
        this.links = links;
        keepAsks(null);
    }

    /** Kept for whoever comes: trainers who are here are told by the class itself. */
    void keepAsks(@Nullable AskTally tally) {
        forTrainers.put(
                Channel.ASKS, Frames.push("asks", "asks", Frames.asks(tally).toString()));
        keepAnswers(tally);
    }

    /** A member answers once, on whichever device: the others stop asking. */
    private void keepAnswers(@Nullable AskTally tally) {
        var ask = tally == null ? null : tally.ask().cueId();
        if (!Objects.equals(ask, asked)) {
            asked = ask;
            answered.clear();
        }
        if (tally != null) {
            var fresh = tally.answers().stream()
                    .map(AskTally.Answer::member)
                    .filter(answered::add)
                    .collect(Collectors.toSet());
            links.all().stream()
                    .filter(link -> fresh.contains(link.joiner().member()))
                    .forEach(this::tellAnswered);
        }
    }

    private void tellAnswered(Link link) {
        if (asked != null) {
            link.socket().tell(new ConnectionMessage.Latest(Channel.ANSWERED, Frames.answered(asked)));
        }
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

    /** @param json of the wire protocol */
    void drops(String json) {
        drops = Frames.push("drop", "drops", json);
        links.tell(new ConnectionMessage.Latest(Channel.DROP, drops));
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
        if (drops != null) {
            link.socket().tell(new ConnectionMessage.Latest(Channel.DROP, drops));
        }
        if (answered.contains(link.joiner().member())) {
            tellAnswered(link);
        }
        if (link.trainer()) {
            forTrainers.forEach((channel, frame) -> link.socket().tell(new ConnectionMessage.Latest(channel, frame)));
        }
    }
}
