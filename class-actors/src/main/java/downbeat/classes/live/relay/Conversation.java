package downbeat.classes.live.relay;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.clock.RemoteClock;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.frame.Frames;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.RelayMessage;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What devices say between their coming and their going, and what each is answered. A socket that is not attached is told
 * so: its relay was another, or has forgotten it. Owned by one actor.
 */
final class Conversation {
    private final Ticker ticker;
    private final RemoteClock clock;
    private final Links links;
    private final Hosts hosts;
    private final Measurements measurements;
    private final Dispatches dispatches;

    Conversation(
            Ticker ticker,
            RemoteClock clock,
            Links links,
            Hosts hosts,
            Measurements measurements,
            Dispatches dispatches) {
        this.ticker = ticker;
        this.clock = clock;
        this.links = links;
        this.hosts = hosts;
        this.measurements = measurements;
        this.dispatches = dispatches;
    }

    /** A sign of life, and what has been measured since the last one. */
    void alive(RelayMessage.Alive alive) {
        with(alive.socket(), link -> {
            measurements.acked(link, alive.batch());
            measurements.said(link, alive.vitals());
            hosts.rungs().alive(link, alive.batch(), alive.vitals(), sinceBoot());
            sense(link, alive.vitals().reading());
        });
    }

    /** What was measured between the last sign of life and the end of the socket. */
    void lastWords(RelayMessage.Detach detach) {
        var last = detach.last();
        if (last != null) {
            links.find(detach.socket()).ifPresent(link -> measurements.acked(link, last));
        }
    }

    /** A reading is for now: of a socket that is not attached it is worth nothing. */
    void sensed(RelayMessage.Sensed sensed) {
        links.find(sensed.socket()).ifPresent(link -> sense(link, sensed.reading()));
    }

    private void sense(Link link, @Nullable Reading reading) {
        if (clock.known()) {
            measurements.sensed(reading);
            hosts.biofeedback().sensed(link, reading, clock.now());
        }
    }

    /** Is answered when the sequencer has answered. */
    void command(RelayMessage.Command message) {
        with(message.socket(), link -> dispatches.command(link, message));
    }

    void answered(Felt.Answered answered) {
        var answer = answered.answer() != null
                ? answered.answer()
                : new LiveAnswer.Refused(
                        "unavailable", "the class did not answer in time: repeat with the same cueId", null);
        answer(answered.socket(), answered.id(), answered.verb(), answer);
    }

    void pin(RelayMessage.Pin pin) {
        with(pin.socket(), link -> {
            var answer = hosts.rungs().pin(link, pin.rung(), sinceBoot());
            answer(pin.socket(), pin.id(), "pin", answer);
        });
    }

    /** Without class time there is no answer: the socket asks again. */
    void time(RelayMessage.AskTime ask) {
        if (clock.known()) {
            ask.socket().tell(new ConnectionMessage.Time(ask.nanos(), clock.now(), clock.err(), clock.handOn()));
        }
    }

    private void with(ActorRef<ConnectionMessage> socket, Consumer<Link> does) {
        links.find(socket).ifPresentOrElse(does, () -> socket.tell(new ConnectionMessage.Unknown()));
    }

    private static void answer(ActorRef<ConnectionMessage> socket, @Nullable Long id, String verb, LiveAnswer answer) {
        var key = answer instanceof LiveAnswer.Refused ? "error" : verb;
        socket.tell(new ConnectionMessage.Reply(id, key, Frames.answer(answer).toString()));
    }

    private Duration sinceBoot() {
        return Duration.ofNanos(ticker.nanos());
    }
}
