package downbeat.classes.live.sequencer;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.TimerScheduler;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.classes.live.message.SequencerMessage.DropNews;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The drops of a class: told to everybody, and waited for when everything else is over, so that members claim where they are. Never
 * journaled: the drops themselves say it again. Owned by one actor.
 */
final class Encore {
    /** A class waits no longer than this, however long its drops are open. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private final TimerScheduler<SequencerMessage> timers;
    private final Map<String, DropNews> news = new LinkedHashMap<>();
    private boolean on;

    Encore(TimerScheduler<SequencerMessage> timers) {
        this.timers = timers;
    }

    /** The outcome is kept. Returns whether the class waits for its drops before it ends. */
    boolean begins() {
        if (pending() && !on) {
            on = true;
            timers.startSingleTimer(new Heard.Encore(), LONGEST);
        }
        return on;
    }

    /** Takes news. Returns whether that was what the class waited for. */
    boolean take(DropNews more, RelayLinks relays) {
        if (!more.equals(news.put(more.drop(), more))) {
            relays.tell(message());
        }
        return on && !pending();
    }

    /** Tells a relay that has just been welcomed. */
    void tell(ActorRef<RelayMessage> relay) {
        if (!news.isEmpty()) {
            relay.tell(message());
        }
    }

    private boolean pending() {
        return news.values().stream().anyMatch(DropNews::pending);
    }

    private RelayMessage message() {
        return new RelayMessage.Drops(
                news.values().stream().map(DropNews::json).collect(Collectors.joining(",", "{\"drops\":[", "]}")));
    }
}
