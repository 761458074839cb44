package downbeat.classes.live.relay;

import downbeat.classes.live.message.RelayMessage;
import java.time.Duration;
import java.util.List;

/** Who looks after a device while it is attached, in the order in which it meets them. */
record Hosts(Reception reception, Departed departed, Rungs rungs, Notices notices, Biofeedback biofeedback) {

    void greet(Copy copy, RelayMessage.Attach attach, Link link) {
        link.socket().tell(reception.attached(copy, attach, link));
        rungs.arrived(link);
        notices.greet(link);
        biofeedback.attached(link);
    }

    /** @param unacked cues sent that the device may still ack when it comes back */
    void part(Link link, List<Long> unacked, long nanos) {
        departed.left(link.key(), unacked, nanos);
        rungs.left(link, Duration.ofNanos(nanos));
        biofeedback.left(link);
    }
}
