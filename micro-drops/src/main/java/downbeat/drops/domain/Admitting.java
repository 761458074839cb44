package downbeat.drops.domain;

import downbeat.drops.domain.CrowdRefusal.*;
import downbeat.drops.domain.crowd.Line;
import downbeat.drops.domain.crowd.Spot;
import downbeat.kernel.Decision;
import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.Optional;

/** Lets people into the waiting room, and says when their turn is. */
record Admitting(Telling telling) {

    Decision<DropEvent, DropReply> enter(ParticipantId who) {
        if (!telling.details().timing().waitingRoom()) {
            return Decision.refuse(new NoWaitingRoom());
        }
        if (telling.sheet().line().of(who).isEmpty()) {
            if (telling.sheet().line().size() >= Line.MOST) {
                return Decision.refuse(new WaitingRoomFull(Line.MOST));
            }
            telling.tell(new DropEvent.LineEntered(who, telling.now()));
        }
        var line = telling.sheet().line();
        var spot = line.of(who).orElseThrow();
        return telling.replying(new DropReply.InLine(spot.position() + 1, line.size(), turn(spot)));
    }

    private Optional<Instant> turn(Spot spot) {
        return telling.state() instanceof Drop.Open open
                ? Optional.of(Line.turn(
                        spot, open.openedAt(), telling.details().timing().perSecond()))
                : Optional.empty();
    }
}
