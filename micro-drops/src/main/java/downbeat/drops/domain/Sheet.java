package downbeat.drops.domain;

import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.claim.Claim;
import downbeat.drops.domain.claim.Claims;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Stocks;
import downbeat.drops.domain.claim.Waiting;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.crowd.Line;
import downbeat.drops.domain.crowd.Seed;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What a drop carries through its whole life.
 *
 * @param seed of the draw, once announced
 * @param attendees of the class, once open
 * @param waiting first come first
 * @param closedPoints where nothing is collected any more, and why
 * @param version counts every fact
 * @param edition counts changes of what is said of the drop
 */
public record Sheet(
        AccountId trainer,
        DropDetails details,
        Optional<Seed> seed,
        Line line,
        PMap<ParticipantId, Attendee> attendees,
        Claims claims,
        Stocks stocks,
        List<Waiting> waiting,
        Map<PointId, String> closedPoints,
        long version,
        long edition) {

    public Sheet {
        waiting = List.copyOf(waiting);
        closedPoints = Map.copyOf(closedPoints);
    }

    static Sheet of(DropEvent.DropComposed composed) {
        return new Sheet(
                composed.trainer(),
                composed.details(),
                Optional.empty(),
                Line.EMPTY,
                HashTreePMap.empty(),
                Claims.NONE,
                Stocks.NONE,
                List.of(),
                Map.of(),
                1,
                1);
    }

    /** Of a component at a point, what nobody has or is promised: computed from what is taken, never counted down. */
    public int available(PointId point, ComponentId component) {
        int stock = details.point(point).map(it -> it.stockOf(component)).orElse(0);
        return Math.max(0, stock - stocks.tally(point, component).taken());
    }

    /** How many units of a bundle a point has left; 0 where nothing is collected any more. */
    public int available(PointId point, Bundle bundle) {
        return closedPoints.containsKey(point)
                ? 0
                : bundle.contents().entrySet().stream()
                        .mapToInt(entry -> available(point, entry.getKey()) / entry.getValue())
                        .min()
                        .orElse(0);
    }

    /** Of an order's bundle, which never goes away once somebody can order it. */
    Bundle bundle(Order order) {
        return details.bundle(order.bundle()).orElseThrow();
    }

    public Optional<Attendee> attendee(ParticipantId who) {
        return Optional.ofNullable(attendees.get(who));
    }

    public Optional<Waiting> waitingOf(ParticipantId who) {
        return waiting.stream().filter(one -> one.who().equals(who)).findFirst();
    }

    Sheet described(DropDetails other) {
        return new Sheet(
                trainer, other, seed, line, attendees, claims, stocks, waiting, closedPoints, version, edition);
    }

    Sheet seeded(Seed by) {
        return new Sheet(
                trainer,
                details,
                Optional.of(by),
                line,
                attendees,
                claims,
                stocks,
                waiting,
                closedPoints,
                version,
                edition);
    }

    Sheet lined(Line other) {
        return new Sheet(
                trainer, details, seed, other, attendees, claims, stocks, waiting, closedPoints, version, edition);
    }

    Sheet attended(PMap<ParticipantId, Attendee> other) {
        return new Sheet(trainer, details, seed, line, other, claims, stocks, waiting, closedPoints, version, edition);
    }

    Sheet queued(List<Waiting> other) {
        return new Sheet(
                trainer, details, seed, line, attendees, claims, stocks, other, closedPoints, version, edition);
    }

    Sheet without(Map<PointId, String> closed) {
        return new Sheet(trainer, details, seed, line, attendees, claims, stocks, waiting, closed, version, edition);
    }

    /** With a claim that is new; one whose number is not the next is let pass. */
    Sheet with(Claim more) {
        return more.id().equals(claims.next()) ? claimed(claims.add(more), stocks.with(more, contents(more))) : this;
    }

    /** Nothing of a bundle that is unknown: a fact that means nothing is let pass. */
    private Map<ComponentId, Integer> contents(Claim claim) {
        return details.bundle(claim.order().bundle()).map(Bundle::contents).orElse(Map.of());
    }

    /** With a claim in place of what it was. */
    Sheet with(Claim before, Claim after) {
        var contents = contents(after);
        return claimed(claims.replace(after), stocks.without(before, contents).with(after, contents));
    }

    private Sheet claimed(Claims others, Stocks sums) {
        return new Sheet(
                trainer, details, seed, line, attendees, others, sums, waiting, closedPoints, version, edition);
    }

    Sheet counted(boolean edited) {
        return new Sheet(
                trainer,
                details,
                seed,
                line,
                attendees,
                claims,
                stocks,
                waiting,
                closedPoints,
                version + 1,
                edited ? edition + 1 : edition);
    }
}
