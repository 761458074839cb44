package downbeat.drops.entity;

import downbeat.drops.domain.Drop;
import downbeat.drops.domain.Drop.Written;
import downbeat.drops.domain.Sheet;
import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.claim.Claim;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.crowd.Line;
import downbeat.drops.domain.crowd.Seed;
import downbeat.drops.domain.crowd.Spot;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns the state of a drop into its card. */
final class Showing {
    private Showing() {}

    /** All of it. */
    static Optional<DropCard> card(Drop state) {
        return state instanceof Written written ? Optional.of(whole(written)) : Optional.empty();
    }

    /** What of it concerns one member. In a rush everybody looks after every claim: it does not grow with what others have. */
    static Optional<DropCard> card(Drop state, Optional<ParticipantId> who) {
        return state instanceof Written written ? Optional.of(part(written, who)) : Optional.empty();
    }

    private static DropCard whole(Written state) {
        var sheet = state.sheet();
        return card(
                state,
                sheet.claims().all().stream(),
                waiting(sheet),
                sheet.line().spots().entrySet().stream()
                        .sorted(Comparator.comparingInt(
                                entry -> entry.getValue().position())),
                sheet.attendees().values().stream());
    }

    private static DropCard part(Written state, Optional<ParticipantId> who) {
        var sheet = state.sheet();
        return card(
                state,
                who.stream().flatMap(sheet.claims()::of),
                waiting(sheet).filter(one -> who.filter(one.who()::equals).isPresent()),
                who.flatMap(it -> sheet.line().of(it).map(spot -> Map.entry(it, spot))).stream(),
                who.flatMap(sheet::attendee).stream());
    }

    private static DropCard card(
            Written state,
            Stream<Claim> claims,
            Stream<WaitingCard> waiting,
            Stream<Map.Entry<ParticipantId, Spot>> line,
            Stream<Attendee> attendees) {
        var sheet = state.sheet();
        var opened = openedAt(state);
        return new DropCard(
                sheet.trainer(),
                sheet.details(),
                state.phase(),
                sheet.seed().map(Seed::commitment),
                sheet.seed().filter(seed -> opened.isPresent()).map(Seed::text),
                opened,
                state instanceof Drop.Open open ? Optional.of(open.closesAt()) : Optional.empty(),
                state instanceof Drop.Closed closed ? Optional.of(closed.closedAt()) : Optional.empty(),
                state instanceof Drop.Cancelled cancelled ? Optional.of(cancelled.reason()) : Optional.empty(),
                sheet.details().points().stream()
                        .map(point -> point(sheet, point))
                        .toList(),
                claims.map(Showing::claim).toList(),
                waiting.toList(),
                line.map(entry -> spot(sheet, entry.getKey(), entry.getValue(), opened))
                        .toList(),
                attendees.toList(),
                sheet.waiting().size(),
                sheet.line().size(),
                sheet.version(),
                sheet.edition());
    }

    private static Optional<Instant> openedAt(Written state) {
        return switch (state) {
            case Drop.Open open -> Optional.of(open.openedAt());
            case Drop.Closed closed -> Optional.of(closed.openedAt());
            case Drop.Draft draft -> Optional.empty();
            case Drop.Announced announced -> Optional.empty();
            case Drop.Cancelled cancelled -> Optional.empty();
        };
    }

    private static PointCard point(Sheet sheet, CollectionPoint point) {
        return new PointCard(
                point.id(),
                point.name(),
                point.zone(),
                sheet.details().components().stream()
                        .map(component -> stock(sheet, point, component.id()))
                        .toList(),
                point.windows().stream()
                        .map(window -> new WindowCard(
                                window.id(),
                                window.time().start(),
                                window.time().end(),
                                window.capacity(),
                                sheet.stocks().load(window.id())))
                        .toList(),
                left(sheet, point.id()),
                Optional.ofNullable(sheet.closedPoints().get(point.id())));
    }

    private static StockCard stock(Sheet sheet, CollectionPoint point, ComponentId component) {
        var tally = sheet.stocks().tally(point.id(), component);
        return new StockCard(
                component,
                point.stockOf(component),
                sheet.available(point.id(), component),
                tally.offered(),
                tally.held(),
                tally.confirmed(),
                tally.ready(),
                tally.handedOver());
    }

    private static Map<BundleId, Integer> left(Sheet sheet, PointId point) {
        var left = new HashMap<BundleId, Integer>();
        sheet.details().bundles().stream()
                .filter(bundle -> bundle.online() == point.online())
                .forEach(bundle -> left.put(bundle.id(), sheet.available(point, bundle)));
        return left;
    }

    private static ClaimCard claim(Claim claim) {
        return new ClaimCard(
                claim.id(),
                claim.who(),
                claim.order(),
                claim.price(),
                claim.settlement(),
                claim.status(),
                claim.until(),
                claim.left(),
                claim.handovers(),
                claim.disputes(),
                claim.cause(),
                claim.at());
    }

    private static Stream<WaitingCard> waiting(Sheet sheet) {
        var all = sheet.waiting();
        return IntStream.range(0, all.size())
                .mapToObj(
                        i -> new WaitingCard(all.get(i).who(), i + 1, all.get(i).order()));
    }

    private static SpotCard spot(Sheet sheet, ParticipantId who, Spot spot, Optional<Instant> opened) {
        int perSecond = sheet.details().timing().perSecond();
        return new SpotCard(who, spot.position() + 1, spot.since(), opened.map(at -> Line.turn(spot, at, perSecond)));
    }
}
