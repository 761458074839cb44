package downbeat.classes.live.sequencer;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.message.LiveCard;

/** What the outside is shown of a class, whether it runs or not. */
final class Cards {
    private Cards() {}

    static LiveCard of(Score score, Presence presence, Gauges gauges, ClassTime now) {
        var open = score.open();
        return new LiveCard(
                open ? score.log().epoch() : null,
                open ? score.log().gen() : 0,
                open ? score.log().last() : 0,
                open ? now : null,
                open ? score.state() : null,
                presence.all(),
                score.hands(),
                score.ask(),
                gauges.newest());
    }
}
