package downbeat.discovery.feed;

import akka.Done;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.reaction.Reaction;
import downbeat.discovery.listing.ListingKind;
import downbeat.drops.domain.DropEvent;
import downbeat.drops.domain.DropEvent.AttendanceNoted;
import downbeat.drops.domain.DropEvent.ClaimHandedOver;
import downbeat.drops.domain.DropEvent.ClaimPaid;
import downbeat.drops.domain.DropEvent.ClaimsMadeReady;
import downbeat.drops.domain.DropEvent.HandoverDisputed;
import downbeat.drops.domain.DropEvent.LineEntered;
import downbeat.drops.domain.DropEvent.WaitingJoined;
import downbeat.drops.domain.DropEvent.WaitingLeft;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.Drops;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.PopUps;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps drops listed as they are, at every point where they are collected. */
final class ListDrops implements Reaction<DropEvent> {
    private final Drops drops;
    private final PopUps popUps;
    private final LiveClasses classes;
    private final Listed listed;

    ListDrops(Drops drops, PopUps popUps, LiveClasses classes, Listed listed) {
        this.drops = drops;
        this.popUps = popUps;
        this.classes = classes;
        this.listed = listed;
    }

    @Override
    public String name() {
        return "list-drops";
    }

    @Override
    public CompletionStage<Done> on(Recorded<DropEvent> fact) {
        return switch (fact.event()) {
            case AttendanceNoted e -> Listed.nothing();
            case ClaimsMadeReady e -> Listed.nothing();
            case ClaimHandedOver e -> Listed.nothing();
            case ClaimPaid e -> Listed.nothing();
            case HandoverDisputed e -> Listed.nothing();
            case LineEntered e -> Listed.nothing();
            case WaitingJoined e -> Listed.nothing();
            case WaitingLeft e -> Listed.nothing();
            default ->
                listed.knows(ListingKind.DROP, fact.entityId(), fact.sequence())
                        ? Listed.nothing()
                        : list(new DropId(fact.entityId()), fact);
        };
    }

    private CompletionStage<Done> list(DropId id, Recorded<DropEvent> fact) {
        return drops.show(id, fact)
                .thenCompose(card -> card.map(c -> list(id, c)).orElseGet(Listed::nothing));
    }

    private CompletionStage<Done> list(DropId id, DropCard card) {
        return places(card)
                .thenCombine(classOf(card), (places, of) -> Shown.of(id, card, places, of))
                .thenCompose(now -> listed.write(ListingKind.DROP, id.value(), card.version(), now));
    }

    private CompletionStage<Optional<ClassCard>> classOf(DropCard card) {
        return card.details()
                .linkedClass()
                .map(classes::show)
                .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
    }

    private CompletionStage<Map<PointId, PopUpCard>> places(DropCard card) {
        CompletionStage<Map<PointId, PopUpCard>> all = CompletableFuture.completedStage(new HashMap<>());
        for (var point : card.points()) {
            if (!point.id().online()) {
                all = all.thenCombine(popUps.show(new PopUpId(point.id().value())), (places, found) -> {
                    found.ifPresent(it -> places.put(point.id(), it));
                    return places;
                });
            }
        }
        return all;
    }
}
