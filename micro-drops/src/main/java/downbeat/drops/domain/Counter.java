package downbeat.drops.domain;

import downbeat.drops.domain.ChoiceRefusal.*;
import downbeat.drops.domain.ClaimRefusal.*;
import downbeat.drops.domain.CounterRefusal.*;
import downbeat.drops.domain.DropCommand.OfflineHandover;
import downbeat.drops.domain.DropReply.Judgement;
import downbeat.drops.domain.claim.Claim;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Dispute;
import downbeat.drops.domain.claim.Handover;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.Decision;
import downbeat.kernel.Nonce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;

/** Packs bundles, hands them over, and takes note of what a counter did on its own. */
record Counter(Telling telling) {

    Decision<DropEvent, DropReply> ready(DropCommand.MakeReady command) {
        if (telling.details().point(command.point()).isEmpty()) {
            return Decision.refuse(new NoSuchPoint(command.point()));
        }
        var claims = new ArrayList<ClaimId>();
        for (var id : command.claims()) {
            var claim = telling.claims().find(id);
            if (claim.isEmpty()) {
                return Decision.refuse(new NoSuchClaim());
            }
            var obstacle = unpackable(claim.get(), command.point());
            if (obstacle.isPresent()) {
                return Decision.refuse(obstacle.get());
            }
            if (claim.get().status() == Status.CONFIRMED && !claims.contains(id)) {
                claims.add(id);
            }
        }
        if (command.claims().isEmpty()) {
            telling.claims().all().stream()
                    .filter(claim -> claim.status() == Status.CONFIRMED)
                    .filter(claim -> claim.order().point().equals(command.point()))
                    .forEach(claim -> claims.add(claim.id()));
        }
        if (!claims.isEmpty()) {
            telling.tell(new DropEvent.ClaimsMadeReady(claims, telling.now()));
        }
        return telling.replying(new DropReply.MadeReady(claims));
    }

    private Optional<DropRefusal> unpackable(Claim claim, PointId point) {
        return elsewhere(claim, point).or(() -> switch (claim.status()) {
            case CONFIRMED, READY -> Optional.empty();
            case OFFERED, HELD -> Optional.of(new NotConfirmed(claim.status()));
            case HANDED_OVER, RELEASED -> Optional.of(new ClaimIsOver(claim.status(), claim.cause(), claim.at()));
        });
    }

    /** The same nonce is the same handover: a retry whose first answer was lost hears it again. */
    Decision<DropEvent, DropReply> handOver(DropCommand.HandOver command) {
        var found = telling.claims().find(command.claim());
        if (found.isEmpty()) {
            return Decision.refuse(new NoSuchClaim());
        }
        var claim = found.get();
        var before = claim.known(command.nonce());
        if (before.isPresent()) {
            return Decision.accept(new DropReply.HandedOver(claim.id(), before.get(), claim.left()));
        }
        int units = command.units() == 0 ? claim.left() : command.units();
        var obstacle = obstacle(claim, command, units);
        if (obstacle.isPresent()) {
            return Decision.refuse(obstacle.get());
        }
        var handover = new Handover(command.nonce(), units, command.by(), telling.now());
        return handedOver(claim, handover, command.paid());
    }

    private Decision<DropEvent, DropReply> handedOver(Claim claim, Handover handover, boolean paid) {
        telling.tell(new DropEvent.ClaimHandedOver(
                claim.id(), handover, paid && claim.settlement() == Settlement.DUE_AT_PICKUP, telling.now()));
        return telling.replying(new DropReply.HandedOver(claim.id(), handover, claim.left() - handover.units()));
    }

    private Optional<DropRefusal> obstacle(Claim claim, DropCommand.HandOver command, int units) {
        return elsewhere(claim, command.point()).or(() -> switch (claim.status()) {
            case HANDED_OVER -> Optional.of(already(claim));
            case RELEASED -> Optional.of(new ClaimIsOver(claim.status(), claim.cause(), claim.at()));
            case OFFERED, HELD -> Optional.of(new NotConfirmed(claim.status()));
            case CONFIRMED -> Optional.of(new NotReady());
            case READY -> ready(claim, command.paid(), units);
        });
    }

    private static Optional<DropRefusal> ready(Claim claim, boolean paid, int units) {
        if (claim.settlement() == Settlement.DUE_AT_PICKUP && !paid) {
            return Optional.of(new PaymentDue(claim.price()));
        }
        return units > claim.left() ? Optional.of(new MoreThanLeft(claim.left())) : Optional.empty();
    }

    static DropRefusal already(Claim claim) {
        var last = claim.handovers().getLast();
        return new AlreadyHandedOver(last.by(), last.at());
    }

    /** The wrong counter is told the right one. */
    private Optional<DropRefusal> elsewhere(Claim claim, PointId point) {
        var right = claim.order().point();
        return right.equals(point)
                ? Optional.empty()
                : Optional.of(new WrongPoint(
                        right,
                        telling.details()
                                .point(right)
                                .map(CollectionPoint::name)
                                .orElse(right.value())));
    }

    Decision<DropEvent, DropReply> upload(DropCommand.Upload command) {
        var answers = command.handovers().stream()
                .map(it -> new DropReply.Answer(it.nonce(), keep(command.point(), command.by(), it)))
                .toList();
        return new Queueing(telling).serve().replying(new DropReply.Uploaded(answers));
    }

    /** What happened at the counter happened: it is kept, and disputed where it should not have been. */
    private Judgement keep(PointId point, String by, OfflineHandover it) {
        var found = telling.claims().find(it.claim());
        if (found.isEmpty()) {
            return Judgement.UNKNOWN;
        }
        if (found.get().known(it.nonce()).isEmpty()) {
            tell(found.get(), point, by, it);
        }
        var claim = telling.claims().find(it.claim()).orElseThrow();
        return claim.handover(it.nonce()).isPresent() ? Judgement.KEPT : Judgement.DISPUTED;
    }

    private void tell(Claim claim, PointId point, String by, OfflineHandover it) {
        var at = it.at().isAfter(telling.now()) ? telling.now() : it.at();
        var handover = new Handover(it.nonce(), it.units(), by, at);
        boolean paid = it.paid() && claim.settlement() == Settlement.DUE_AT_PICKUP;
        boolean right =
                claim.status().collectable() && claim.order().point().equals(point) && it.units() <= claim.left();
        telling.tell(
                right
                        ? new DropEvent.ClaimHandedOver(claim.id(), handover, paid, telling.now())
                        : new DropEvent.HandoverDisputed(
                                claim.id(), new Dispute(point, handover, claim.status()), paid, telling.now()));
    }

    /** The first time hands it over; later it is the same once more. */
    Decision<DropEvent, DropReply> fetch(DropCommand.Fetch command) {
        var claim = telling.claims()
                .of(command.who())
                .filter(it -> it.order().bundle().equals(command.bundle()))
                .filter(it -> it.status() == Status.CONFIRMED || it.status() == Status.HANDED_OVER)
                .filter(it -> it.order().point().online())
                .min(Comparator.comparing(Claim::status));
        if (claim.isEmpty()) {
            return Decision.refuse(new NothingToFetch());
        }
        var it = claim.get();
        if (it.status() == Status.HANDED_OVER) {
            return Decision.accept(
                    new DropReply.HandedOver(it.id(), it.handovers().getFirst(), 0));
        }
        var handover = new Handover(new Nonce("fetch-" + it.id().value()), it.left(), "download", telling.now());
        return handedOver(it, handover, false);
    }
}
