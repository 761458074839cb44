package downbeat.drops.domain;

import downbeat.drops.domain.ChoiceRefusal.*;
import downbeat.drops.domain.LifeRefusal.*;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.Decision;

/** What is said of a drop, and what is known of its crowd and its points. */
record Composing(Telling telling) {

    /** Before it opens nothing is claimed, and so everything may change. */
    Decision<DropEvent, DropReply> edit(DropDetails details) {
        if (!details.equals(telling.details())) {
            telling.tell(new DropEvent.DropEdited(details, telling.now()));
        }
        return telling.done();
    }

    Decision<DropEvent, DropReply> note(Attendee attendee) {
        if (telling.sheet().attendee(attendee.who()).filter(attendee::equals).isEmpty()) {
            telling.tell(new DropEvent.AttendanceNoted(attendee, telling.now()));
        }
        return telling.done();
    }

    Decision<DropEvent, DropReply> restock(DropCommand.Restock command) {
        var point = telling.details().point(command.point());
        if (point.isEmpty()) {
            return Decision.refuse(new NoSuchPoint(command.point()));
        }
        boolean known = telling.details().components().stream()
                .anyMatch(component -> component.id().equals(command.component()));
        if (!known) {
            return Decision.refuse(new NoSuchComponent(command.component()));
        }
        int taken = telling.sheet()
                .stocks()
                .tally(command.point(), command.component())
                .taken();
        if (command.stock() < taken) {
            return Decision.refuse(new StockBelowClaimed(command.point(), command.component(), taken));
        }
        if (command.stock() != point.get().stockOf(command.component())) {
            telling.tell(new DropEvent.ComponentRestocked(
                    command.point(), command.component(), command.stock(), telling.now()));
        }
        return new Queueing(telling).serve().done();
    }

    Decision<DropEvent, DropReply> movePoint(DropCommand.MovePoint command) {
        var point = telling.details().point(command.point());
        if (point.isEmpty()) {
            return Decision.refuse(new NoSuchPoint(command.point()));
        }
        var moved = point.get().moved(command.name(), command.by());
        if (!moved.equals(point.get())) {
            telling.tell(new DropEvent.PointMoved(moved, telling.now()));
        }
        return new Queueing(telling).serve().done();
    }

    /** What is claimed there stays claimed: its member chooses between another point and the money. */
    Decision<DropEvent, DropReply> closePoint(PointId point, String reason) {
        if (telling.details().point(point).isEmpty()) {
            return Decision.refuse(new NoSuchPoint(point));
        }
        if (!telling.sheet().closedPoints().containsKey(point)) {
            telling.tell(new DropEvent.PointClosed(point, reason, telling.now()));
        }
        return telling.done();
    }
}
