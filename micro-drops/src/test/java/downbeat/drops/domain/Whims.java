package downbeat.drops.domain;

import static downbeat.drops.domain.Fixtures.*;

import downbeat.drops.domain.DropCommand.*;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Paying;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.crowd.Audience;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Anything anybody may ask of a drop, most often what matters in a rush. */
final class Whims {
    private static final List<ParticipantId> PEOPLE =
            List.of(ANNA, BEN, CLEO, DIA, new ParticipantId("eli"), new ParticipantId("fay"));
    private static final List<WindowId> WINDOWS = List.of(POOL_EARLY, POOL_LATE, PARK_LATE);

    private final Random random;

    Whims(Random random) {
        this.random = random;
    }

    Capsule capsule() {
        var plain =
                Capsule.of(1 + random.nextInt(8)).bottles(1 + random.nextInt(8)).limit(1 + random.nextInt(4));
        var some = random.nextBoolean() ? plain : plain.windowsFor(1 + random.nextInt(4));
        var priced = random.nextInt(3) == 0 ? some : some.priced();
        var room = random.nextInt(4) == 0 ? priced.waitingRoom(1 + random.nextInt(3)) : priced;
        return random.nextInt(4) > 0
                ? room
                : room.forThose(random.nextInt(60), 0, one(Audience.values()), Duration.ofMinutes(random.nextInt(3)));
    }

    DropCommand command(Instant now) {
        var who = who();
        return switch (random.nextInt(46)) {
            case 0 -> new Compose(TRAINER, capsule().details());
            case 1 -> new Announce(SEED);
            case 2, 3 -> new Open(attendees());
            case 4 -> new Edit(capsule().details());
            case 5 ->
                random.nextInt(20) == 0
                        ? new Close()
                        : new NoteAttendance(attendees().getFirst());
            case 6 -> random.nextInt(40) == 0 ? new Cancel("rain") : new EnterLine(who);
            case 7 -> new EnterLine(who);
            case 8 -> new Restock(point(), component(), random.nextInt(12));
            case 9 -> random.nextInt(10) == 0 ? new ClosePoint(point(), "flooded") : new EnterLine(who);
            case 10 -> random.nextInt(4) == 0 ? moved() : new LeaveWaiting(who);
            case 11, 12, 13, 14 -> new JoinWaiting(who, order(), paying());
            case 15, 16 -> new AcceptOffer(who, paying());
            case 17 -> new DeclineOffer(who);
            case 18, 19, 20 -> new Pay(id(), new PaymentId("pay-" + random.nextInt(3)));
            case 21, 22 -> new GiveBack(who, id());
            case 23 -> new Withdraw(id());
            case 24, 25 -> new MakeReady(point(), random.nextBoolean() ? List.of() : List.of(id()));
            case 26, 27, 28, 29 ->
                new HandOver(
                        point(),
                        id(),
                        random.nextInt(3),
                        nonce("n-" + random.nextInt(20)),
                        "Mia",
                        random.nextBoolean());
            case 30, 31 -> new Upload(point(), "Mia", List.of(offline(now), offline(now)));
            case 32 -> new Rehome(who, id(), point(), WINDOWS.get(random.nextInt(3)));
            case 33 -> new Fetch(who, VIDEO);
            default -> new Claim(who, order(), paying(), random.nextInt(4) > 0);
        };
    }

    private MovePoint moved() {
        return new MovePoint(point(), "Moved", Duration.ofMinutes(random.nextInt(90) - 45));
    }

    private OfflineHandover offline(Instant now) {
        return new OfflineHandover(
                nonce("o-" + random.nextInt(20)),
                id(),
                1 + random.nextInt(2),
                random.nextBoolean(),
                now.plusSeconds(random.nextInt(1_200) - 600));
    }

    private List<Attendee> attendees() {
        return PEOPLE.stream()
                .map(who -> new Attendee(
                        who, random.nextInt(101), random.nextInt(50), random.nextBoolean(), random.nextInt(4) == 0))
                .toList();
    }

    private Order order() {
        int units = 1 + random.nextInt(2);
        return switch (random.nextInt(8)) {
            case 0 -> new Order(VIDEO, units, PointId.ONLINE, Optional.empty());
            case 1, 2 -> kitsAtPark(units);
            case 3, 4 -> shirts(units);
            case 5 -> new Order(KIT, units, POOL, Optional.of(POOL_LATE));
            default -> kits(units);
        };
    }

    private ParticipantId who() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private downbeat.drops.domain.claim.ClaimId id() {
        return Fixtures.id(1 + random.nextInt(12));
    }

    private PointId point() {
        return random.nextInt(4) == 0 ? PARK : POOL;
    }

    private ComponentId component() {
        return random.nextBoolean() ? SHIRT : BOTTLE;
    }

    private Paying paying() {
        return one(Paying.values());
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
