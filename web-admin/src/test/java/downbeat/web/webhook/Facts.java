package downbeat.web.webhook;

import downbeat.cluster.entity.Recorded;
import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.DropEvent;
import downbeat.drops.domain.DropEvent.BundleClaimed;
import downbeat.drops.domain.DropEvent.DropComposed;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.Timing;
import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.bundle.Component;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.kernel.AccountId;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Facts of a drop told to webhooks, each twice: what comes again is harmless. */
final class Facts {
    static final DropId CAPSULE = new DropId("d-capsule");
    static final AccountId TARA = new AccountId("a-tara");
    static final AccountId TOM = new AccountId("a-tom");
    static final ParticipantId MIA = new ParticipantId("m-mia");
    static final Money PRICE = Money.of(2400, "EUR");
    static final Order TWO =
            new Order(new BundleId("set"), 2, new PointId("u-square"), Optional.of(new WindowId("early")));
    static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private final Jdbi database;
    private final DropId drop;
    private final WebhookProjection projection = new WebhookProjection();
    private long sequence;

    private Facts(Jdbi database, DropId drop) {
        this.database = database;
        this.drop = drop;
    }

    static Facts of(Jdbi database) {
        return of(database, CAPSULE);
    }

    static Facts of(Jdbi database, DropId drop) {
        return new Facts(database, drop).hear(new DropComposed(TARA, details(), NOON));
    }

    private static DropDetails details() {
        var file = new ComponentId("file");
        return new DropDetails(
                "Threshold capsule",
                "",
                Optional.empty(),
                List.of(new Component(file, "File")),
                List.of(new Bundle(new BundleId("set"), "Set", "", PRICE, Map.of(file, 1), List.of())),
                List.of(new CollectionPoint(PointId.ONLINE, "Online", ZoneOffset.UTC, Map.of(file, 3), List.of())),
                1,
                Optional.empty(),
                new Timing(Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofMinutes(15), 0));
    }

    /** A claim that is its member's at once. */
    Facts claimed(int number) {
        return claimed(number, NOON);
    }

    Facts claimed(int number, Instant at) {
        return hear(new BundleClaimed(ClaimId.of(number), MIA, TWO, PRICE, Settlement.DUE_AT_PICKUP, at));
    }

    Facts hear(DropEvent event) {
        sequence += 1;
        var fact = new Recorded<>(drop.value(), sequence, event.at(), event);
        for (int time = 0; time < 2; time++) {
            database.useTransaction(db -> projection.apply(db, fact));
        }
        return this;
    }
}
