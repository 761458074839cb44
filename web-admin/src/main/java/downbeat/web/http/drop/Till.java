package downbeat.web.http.drop;

import downbeat.drops.domain.DropCommand.GiveBack;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Paying;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.entity.ClaimCard;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.Drops;
import downbeat.web.http.drop.Ways.Payments;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.payment.Bill;
import downbeat.web.payment.Checkouts;
import downbeat.web.payment.ProviderFailed;
import downbeat.web.payment.Refunds;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where members pay online, if they can. */
public final class Till {
    private static final Logger log = LoggerFactory.getLogger(Till.class);
    /** Seconds after which somebody whose checkout could not be opened may try again. */
    private static final int TRY_AGAIN = 10;

    private static final int LONGEST_NAME = 250;

    private final Checkouts checkouts;
    private final Refunds refunds;
    private final Drops drops;
    private final Executor blocking;

    public Till(Checkouts checkouts, Refunds refunds, Drops drops, Executor blocking) {
        this.checkouts = checkouts;
        this.refunds = refunds;
        this.drops = drops;
        this.blocking = blocking;
    }

    /** How what costs can be paid. */
    List<String> paying() {
        return checkouts.offered()
                ? List.of(Paying.AT_PICKUP.name(), Paying.ONLINE.name())
                : List.of(Paying.AT_PICKUP.name());
    }

    void check(Paying paying) {
        if (paying == Paying.ONLINE && !checkouts.offered()) {
            throw ProblemType.BAD_FIELD.at("paying", "must be AT_PICKUP: nothing is paid online here.");
        }
    }

    /** Where those of the claims are paid that are held, and what of the others did not come back. */
    CompletionStage<Payments> payments(DropId id, Stream<ClaimCard> claims) {
        var online = claims.filter(Till::online)
                .collect(Collectors.groupingBy(
                        claim -> claim.status() == Status.HELD, Collectors.mapping(ClaimCard::id, Collectors.toSet())));
        return online.isEmpty() || !checkouts.offered()
                ? CompletableFuture.completedStage(Payments.NONE)
                : CompletableFuture.supplyAsync(
                        () -> new Payments(
                                checkouts.of(id, online.getOrDefault(true, Set.of())),
                                refunds.failed(id, online.getOrDefault(false, Set.of()))),
                        blocking);
    }

    private static boolean online(ClaimCard claim) {
        return claim.settlement() == Settlement.DUE_ONLINE || claim.settlement() == Settlement.PAID_ONLINE;
    }

    /**
     * Opens the checkout of units that are offered, before they are accepted: where it cannot be opened they are still offered. It
     * follows from the offer alone, since a request that comes again must be the same; a hold that comes of it ends sooner.
     */
    CompletionStage<Void> prepare(DropId id, DropCard card, ClaimCard offer) {
        var end = offer.until().orElseThrow().plus(card.details().timing().holdFor());
        return CompletableFuture.runAsync(
                () -> {
                    if (!opened(id, card, offer, end)) {
                        throw unavailable("The payment provider cannot be reached; the units are still offered to you."
                                + " Accept them again, or pay at the counter.");
                    }
                },
                blocking);
    }

    /** Opens the checkout of a held claim, once; where it cannot be opened, the units are free again and nothing is left of it. */
    CompletionStage<Void> open(DropId id, DropCard card, ClaimId claim) {
        var held = card.claim(claim).orElseThrow();
        return CompletableFuture.supplyAsync(() -> opened(id, card, held), blocking)
                .thenCompose(open -> open ? CompletableFuture.<Void>completedFuture(null) : giveBack(id, held));
    }

    private boolean opened(DropId id, DropCard card, ClaimCard claim) {
        return claim.status() == Status.HELD
                ? opened(id, card, claim, claim.until().orElseThrow())
                : checkouts.of(id, List.of(claim.id())).containsKey(claim.id());
    }

    private boolean opened(DropId id, DropCard card, ClaimCard claim, Instant end) {
        try {
            checkouts.open(
                    new Bill(id, claim.id(), claim.price(), description(card, claim.order()), end, checkouts.back(id)));
            return true;
        } catch (ProviderFailed e) {
            log.warn(
                    "The checkout of claim {} of drop {} cannot be opened: {}",
                    claim.id().value(),
                    id.value(),
                    e.why());
            return false;
        }
    }

    private static String description(DropCard card, Order order) {
        var name = card.details().bundle(order.bundle()).map(Bundle::name).orElse("");
        var all = (order.units() > 1 ? order.units() + " × " : "") + name + ", "
                + card.details().title();
        return all.length() <= LONGEST_NAME ? all : all.substring(0, LONGEST_NAME);
    }

    private CompletionStage<Void> giveBack(DropId id, ClaimCard claim) {
        return drops.ask(id, new GiveBack(claim.who(), claim.id())).thenCompose(done -> {
            throw unavailable(
                    "The payment provider cannot be reached; the units are free again. Claim again, with another"
                            + " Idempotency-Key, or pay at the counter.");
        });
    }

    private static RuntimeException unavailable(String detail) {
        return ProblemType.UNAVAILABLE
                .saying(detail)
                .with("Retry-After", Integer.toString(TRY_AGAIN))
                .asException();
    }
}
