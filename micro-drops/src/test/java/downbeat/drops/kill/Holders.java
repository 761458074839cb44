package downbeat.drops.kill;

import downbeat.cluster.entity.IdempotencyKey;
import downbeat.drops.domain.Capsule;
import downbeat.drops.domain.DropCommand.Announce;
import downbeat.drops.domain.DropCommand.Compose;
import downbeat.drops.domain.DropCommand.Open;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.DropReply;
import downbeat.drops.domain.Fixtures;
import downbeat.drops.entity.Drops;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A process in which as many members as there are units hold one each, to be paid online, and none pays: says each answer, and waits
 * to be killed. {@code Holders data url user password drop stock}.
 */
final class Holders {
    private Holders() {}

    public static void main(String[] args) {
        var drops = Rush.drops(args);
        var drop = new DropId(args[4]);
        int stock = Integer.parseInt(args[5]);
        Rush.answer(() -> drops.ask(
                drop,
                new Compose(
                        Fixtures.TRAINER,
                        Capsule.of(stock).limit(Rush.LIMIT).priced().details())));
        Rush.answer(() -> drops.ask(drop, new Announce(Fixtures.SEED)));
        Rush.answer(() -> drops.ask(drop, new Open(List.of())));
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < stock; number++) {
                var who = new ParticipantId("m-" + number);
                hands.execute(() -> hold(drops, drop, who));
            }
        }
    }

    private static void hold(Drops drops, DropId drop, ParticipantId who) {
        var claim = Fixtures.claimOnline(who, Fixtures.kits(1));
        var key = new IdempotencyKey("c-" + who.value());
        var outcome = Rush.answer(() -> drops.ask(drop, claim, key));
        if (outcome instanceof Outcome.Accepted<DropReply>(DropReply.Held it)) {
            Rush.say("promised " + it.claim().number() + " " + who.value());
        }
    }
}
