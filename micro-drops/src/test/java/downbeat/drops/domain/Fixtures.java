package downbeat.drops.domain;

import downbeat.drops.domain.DropCommand.Claim;
import downbeat.drops.domain.DropCommand.HandOver;
import downbeat.drops.domain.DropCommand.OfflineHandover;
import downbeat.drops.domain.DropEvent.*;
import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Paying;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.crowd.Seed;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.Money;
import downbeat.kernel.Nonce;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import downbeat.kernel.spec.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The drop at the end of an evening ride, and the people who rode. */
public final class Fixtures {
    public static final AccountId TRAINER = new AccountId("a-trainer");
    public static final ClassId RIDE = new ClassId("c-ride");
    public static final ParticipantId ANNA = new ParticipantId("anna");
    public static final ParticipantId BEN = new ParticipantId("ben");
    public static final ParticipantId CLEO = new ParticipantId("cleo");
    public static final ParticipantId DIA = new ParticipantId("dia");
    public static final ComponentId SHIRT = new ComponentId("shirt");
    public static final ComponentId BOTTLE = new ComponentId("bottle");
    public static final BundleId KIT = new BundleId("kit");
    public static final BundleId TEE = new BundleId("tee");
    public static final BundleId VIDEO = new BundleId("video");
    public static final PointId POOL = new PointId("pool");
    public static final PointId PARK = new PointId("park");
    public static final Money PRICE = Money.of(2500, "EUR");
    public static final Money FREE = Money.of(0, "EUR");
    public static final PaymentId PAYMENT = new PaymentId("pay-1");
    public static final Seed SEED = new Seed("0123456789abcdef".repeat(4));

    public static final Instant BEFORE = Instant.parse("2026-12-01T12:00:00Z");
    public static final Instant OPENED = Instant.parse("2026-12-01T17:00:00Z");
    public static final TimeWindow EARLY =
            new TimeWindow(OPENED.plus(Duration.ofHours(1)), OPENED.plus(Duration.ofHours(2)));
    public static final TimeWindow LATE =
            new TimeWindow(OPENED.plus(Duration.ofHours(2)), OPENED.plus(Duration.ofHours(3)));
    public static final WindowId POOL_EARLY = new WindowId("pool-early");
    public static final WindowId POOL_LATE = new WindowId("pool-late");
    public static final WindowId PARK_LATE = new WindowId("park-late");
    public static final Instant HELD_UNTIL = OPENED.plus(Duration.ofMinutes(10));
    public static final Instant CLOSES = OPENED.plus(Duration.ofMinutes(30));

    private Fixtures() {}

    public static DeciderSpec<DropCommand, DropEvent, Drop, DropReply> spec() {
        return DeciderSpec.of(new DropDecider(), BEFORE);
    }

    public static DropComposed composed(Capsule capsule) {
        return new DropComposed(TRAINER, capsule.details(), BEFORE);
    }

    public static DeciderSpec<DropCommand, DropEvent, Drop, DropReply> announced(Capsule capsule) {
        return spec().given(composed(capsule), new DropAnnounced(SEED, BEFORE));
    }

    public static DeciderSpec<DropCommand, DropEvent, Drop, DropReply> open(Capsule capsule, Attendee... attendees) {
        return announced(capsule)
                .given(new DropOpened(List.of(attendees), OPENED))
                .at(OPENED);
    }

    /** As many shirts and bottles at each point, for nothing. */
    public static DeciderSpec<DropCommand, DropEvent, Drop, DropReply> openDropWith(int stock) {
        return open(Capsule.of(stock));
    }

    public static Order kits(int units) {
        return new Order(KIT, units, POOL, Optional.of(POOL_EARLY));
    }

    public static Order shirts(int units) {
        return new Order(TEE, units, POOL, Optional.of(POOL_EARLY));
    }

    public static Order kitsAtPark(int units) {
        return new Order(KIT, units, PARK, Optional.of(PARK_LATE));
    }

    public static Order video() {
        return new Order(VIDEO, 1, PointId.ONLINE, Optional.empty());
    }

    public static Claim claim(ParticipantId who, Order order) {
        return new Claim(who, order, Paying.AT_PICKUP, false);
    }

    /** By somebody who was let in from the waiting room. */
    public static Claim admitted(ParticipantId who, Order order) {
        return new Claim(who, order, Paying.AT_PICKUP, true);
    }

    public static Claim claimOnline(ParticipantId who, Order order) {
        return new Claim(who, order, Paying.ONLINE, false);
    }

    /** Theirs for nothing. */
    public static BundleClaimed claimed(int number, ParticipantId who, Order order) {
        return new BundleClaimed(id(number), who, order, FREE, Settlement.NOTHING_DUE, OPENED);
    }

    /** Theirs, to be paid at the counter. */
    public static BundleClaimed due(int number, ParticipantId who, Order order) {
        return new BundleClaimed(id(number), who, order, PRICE.times(order.units()), Settlement.DUE_AT_PICKUP, OPENED);
    }

    public static ClaimHeld held(int number, ParticipantId who, Order order) {
        return new ClaimHeld(id(number), who, order, PRICE.times(order.units()), HELD_UNTIL, OPENED);
    }

    public static ClaimsMadeReady ready(int... numbers) {
        return new ClaimsMadeReady(
                java.util.Arrays.stream(numbers).mapToObj(Fixtures::id).toList(), OPENED);
    }

    public static HandOver handOver(int number, int units, String nonce) {
        return new HandOver(POOL, id(number), units, nonce(nonce), "Mia", false);
    }

    public static OfflineHandover offline(int number, int units, String nonce, Instant at) {
        return new OfflineHandover(nonce(nonce), id(number), units, false, at);
    }

    public static Attendee rode(ParticipantId who, int percent, boolean inRoom) {
        return new Attendee(who, percent, 0, inRoom, false);
    }

    public static ClaimId id(int number) {
        return ClaimId.of(number);
    }

    public static Nonce nonce(String value) {
        return new Nonce(value);
    }

    /** The sheet of a drop that exists. */
    public static Sheet sheet(Drop state) {
        return ((Drop.Written) state).sheet();
    }

    public static Status status(Drop state, int number) {
        return claimOf(state, number).status();
    }

    public static downbeat.drops.domain.claim.Claim claimOf(Drop state, int number) {
        return sheet(state).claims().find(id(number)).orElseThrow();
    }

    public static int shirtsLeft(Drop state) {
        return sheet(state).available(POOL, SHIRT);
    }
}
