package downbeat.discovery.feed;

import akka.Done;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.classes.domain.LiveClassEvent.AttendanceRevised;
import downbeat.classes.domain.LiveClassEvent.ClassEdited;
import downbeat.classes.domain.LiveClassEvent.ClassFinished;
import downbeat.classes.domain.LiveClassEvent.PlanAttached;
import downbeat.classes.domain.LiveClassEvent.StaysNoted;
import downbeat.classes.domain.LiveClassEvent.UnnamedCounted;
import downbeat.classes.entity.LiveClasses;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.reaction.Reaction;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.ClassId;
import java.util.concurrent.CompletionStage;

/** Keeps classes listed as they are, and the pop-ups that are their rooms. */
final class ListClasses implements Reaction<LiveClassEvent> {
    private final LiveClasses classes;
    private final ListPopUps rooms;
    private final Listed listed;

    ListClasses(LiveClasses classes, ListPopUps rooms, Listed listed) {
        this.classes = classes;
        this.rooms = rooms;
        this.listed = listed;
    }

    @Override
    public String name() {
        return "list-classes";
    }

    @Override
    public CompletionStage<Done> on(Recorded<LiveClassEvent> fact) {
        var id = new ClassId(fact.entityId());
        return switch (fact.event()) {
            case PlanAttached e -> Listed.nothing();
            case StaysNoted e -> Listed.nothing();
            case UnnamedCounted e -> Listed.nothing();
            case AttendanceRevised e -> Listed.nothing();
            case ClassFinished e -> Listed.nothing();
            case ClassEdited e -> list(id, fact).thenCompose(done -> rooms.listRoomsOf(id));
            default -> list(id, fact);
        };
    }

    private CompletionStage<Done> list(ClassId id, Recorded<LiveClassEvent> fact) {
        if (listed.knows(ListingKind.CLASS, id.value(), fact.sequence())) {
            return Listed.nothing();
        }
        return classes.show(id, fact)
                .thenCompose(card -> card.map(
                                c -> listed.write(ListingKind.CLASS, id.value(), c.version(), Shown.of(id, c)))
                        .orElseGet(Listed::nothing));
    }
}
