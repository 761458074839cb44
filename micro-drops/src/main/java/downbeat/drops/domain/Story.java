package downbeat.drops.domain;

import downbeat.drops.domain.Drop.Written;
import downbeat.drops.domain.DropEvent.*;
import downbeat.drops.domain.claim.Claim;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.claim.Waiting;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** What facts make of a drop. Total: a fact that means nothing in a state leaves it as it is. */
final class Story {
    private Story() {}

    static Drop after(Drop state, DropEvent event) {
        return switch (state) {
            case Drop.Blank blank ->
                event instanceof DropComposed composed ? new Drop.Draft(Sheet.of(composed)) : blank;
            case Written written -> turned(written.with(sheetAfter(written.sheet(), event)), event);
        };
    }

    private static Sheet sheetAfter(Sheet sheet, DropEvent event) {
        return switch (event) {
            case DropComposed e -> sheet;
            case DropEdited e -> sheet.described(e.details()).counted(true);
            case DropAnnounced e -> sheet.seeded(e.seed()).counted(true);
            case DropOpened e -> opened(sheet, e).counted(true);
            case AttendanceNoted e ->
                sheet.attended(sheet.attendees().plus(e.attendee().who(), e.attendee()))
                        .counted(false);
            case DropClosed e -> sheet.queued(List.of()).counted(true);
            case DropCancelled e -> sheet.queued(List.of()).counted(true);
            case ComponentRestocked e -> restocked(sheet, e).counted(true);
            case PointClosed e ->
                sheet.without(closed(sheet.closedPoints(), e.point(), e.reason()))
                        .counted(true);
            case PointMoved e ->
                sheet.described(sheet.details().with(e.point())).counted(true);
            case LineEntered e ->
                sheet.lined(sheet.line().with(e.who(), e.at())).counted(false);
            case ClaimHeld e -> added(sheet, held(e));
            case BundleClaimed e -> added(sheet, claimed(e));
            case UnitsOffered e -> offered(sheet, e);
            case ClaimPaid e -> changed(sheet, e.claim(), claim -> claim.paid(e.payment(), e.at()));
            case ClaimReleased e -> changed(sheet, e.claim(), claim -> claim.released(e.cause(), e.at()));
            case WaitingJoined e ->
                sheet.queued(plus(sheet.waiting(), e.waiting())).counted(false);
            case WaitingLeft e ->
                sheet.queued(without(sheet.waiting(), e.who())).counted(false);
            case OfferAccepted e -> changed(sheet, e.claim(), claim -> accepted(claim, e));
            case ClaimsMadeReady e -> ready(sheet, e);
            case ClaimHandedOver e -> changed(sheet, e.claim(), claim -> claim.handedOver(e.handover(), e.paid()));
            case HandoverDisputed e -> changed(sheet, e.claim(), claim -> claim.disputed(e.dispute(), e.paid()));
            case ClaimRehomed e -> changed(sheet, e.claim(), claim -> claim.moved(e.order(), e.at()));
        };
    }

    private static Sheet opened(Sheet sheet, DropOpened e) {
        PMap<ParticipantId, Attendee> attendees = HashTreePMap.from(e.attendees().stream()
                .collect(Collectors.toMap(Attendee::who, Function.identity(), (one, other) -> other)));
        return sheet.attended(attendees)
                .lined(sheet.seed().map(sheet.line()::drawn).orElse(sheet.line()));
    }

    private static Sheet restocked(Sheet sheet, ComponentRestocked e) {
        return sheet.details()
                .point(e.point())
                .map(point -> sheet.described(sheet.details().with(point.restocked(e.component(), e.stock()))))
                .orElse(sheet);
    }

    private static Map<PointId, String> closed(Map<PointId, String> before, PointId point, String reason) {
        var all = new HashMap<>(before);
        all.put(point, reason);
        return all;
    }

    private static Claim held(ClaimHeld e) {
        return Claim.made(
                e.claim(),
                e.who(),
                e.order(),
                e.price(),
                Settlement.DUE_ONLINE,
                Status.HELD,
                Optional.of(e.until()),
                e.at());
    }

    private static Claim claimed(BundleClaimed e) {
        return Claim.made(
                e.claim(), e.who(), e.order(), e.price(), e.settlement(), Status.CONFIRMED, Optional.empty(), e.at());
    }

    /** Who is offered units waits no more. */
    private static Sheet offered(Sheet sheet, UnitsOffered e) {
        return added(
                sheet.queued(without(sheet.waiting(), e.who())),
                Claim.made(
                        e.claim(),
                        e.who(),
                        e.order(),
                        e.price(),
                        Settlement.NOTHING_DUE,
                        Status.OFFERED,
                        Optional.of(e.until()),
                        e.at()));
    }

    private static Claim accepted(Claim claim, OfferAccepted e) {
        var confirmed = claim.confirmed(e.settlement(), e.at());
        return e.heldUntil().map(end -> confirmed.held(end, e.at())).orElse(confirmed);
    }

    private static Sheet ready(Sheet sheet, ClaimsMadeReady e) {
        var changed = sheet;
        for (var id : e.claims()) {
            changed = replaced(changed, id, claim -> claim.ready(e.at()));
        }
        return changed.counted(false);
    }

    private static Sheet added(Sheet sheet, Claim claim) {
        return sheet.with(claim).counted(false);
    }

    private static Sheet changed(Sheet sheet, ClaimId id, UnaryOperator<Claim> change) {
        return replaced(sheet, id, change).counted(false);
    }

    private static Sheet replaced(Sheet sheet, ClaimId id, UnaryOperator<Claim> change) {
        return sheet.claims()
                .find(id)
                .map(claim -> sheet.with(claim, change.apply(claim)))
                .orElse(sheet);
    }

    private static List<Waiting> plus(List<Waiting> before, Waiting more) {
        var all = new ArrayList<>(before);
        all.add(more);
        return all;
    }

    private static List<Waiting> without(List<Waiting> before, ParticipantId who) {
        return before.stream().filter(one -> !one.who().equals(who)).toList();
    }

    private static Drop turned(Written written, DropEvent event) {
        var sheet = written.sheet();
        return switch (event) {
            case DropAnnounced e -> new Drop.Announced(sheet);
            case DropOpened e -> new Drop.Open(sheet, e.at());
            case DropClosed e -> new Drop.Closed(sheet, openedAt(written, e), e.at());
            case DropCancelled e -> new Drop.Cancelled(sheet, e.reason(), e.at());
            default -> written;
        };
    }

    private static Instant openedAt(Written before, DropClosed e) {
        return before instanceof Drop.Open open ? open.openedAt() : e.at();
    }
}
