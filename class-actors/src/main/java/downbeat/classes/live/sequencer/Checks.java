package downbeat.classes.live.sequencer;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.course.Unheard;
import downbeat.classes.live.frame.CheckFrames;
import downbeat.classes.live.message.RelayMessage;
import org.jspecify.annotations.Nullable;

/** How the live check goes, and for good after it how it went: who comes late sees it too. Owned by one actor. */
final class Checks {
    private RelayMessage.@Nullable Checks newest;

    /** Tells the relays whenever something is new; called every second. */
    void second(Score score, Presence presence, ClassTime now, RelayLinks relays) {
        var check = score.state().extras().check();
        if (check == null && score.checks().isEmpty()) {
            return;
        }
        var json = CheckFrames.rows(check, presence.visitors(), score.checks()).toString();
        var told = new RelayMessage.Checks(json, Unheard.of(score, now));
        if (!told.equals(newest)) {
            newest = told;
            relays.tell(told);
        }
    }

    /** Tells a relay that has just been welcomed. */
    void tell(ActorRef<RelayMessage> relay) {
        if (newest != null) {
            relay.tell(newest);
        }
    }
}
