package downbeat.drops.bench;

import downbeat.classes.ClassesPart;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeSettings;
import downbeat.drops.DropsPart;
import downbeat.drops.domain.Capsule;
import downbeat.drops.domain.ClaimRefusal.SoldOut;
import downbeat.drops.domain.DropCommand.Announce;
import downbeat.drops.domain.DropCommand.Compose;
import downbeat.drops.domain.DropCommand.Open;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.Fixtures;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.entity.ClaimCard;
import downbeat.drops.entity.Drops;
import downbeat.drops.stage.QuietRoom;
import downbeat.kernel.ParticipantId;
import downbeat.popups.PopUpsPart;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Drops on a node of this process, with the board and the reactions beside them as on every node. */
final class DownbeatShop implements Shop {
    private final String name;
    private final Node node;
    private final Drops drops;

    DownbeatShop(String name, NodeSettings settings) {
        this.name = name;
        var clock = Clock.fixed(Fixtures.OPENED, ZoneOffset.UTC);
        node = answer(Node.start(
                settings, List.of(new ClassesPart(), new QuietRoom(), new PopUpsPart(), new DropsPart()), clock));
        drops = node.context().find(Drops.class);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open(String round, int stock) {
        var id = new DropId(round);
        answer(drops.ask(
                id, new Compose(Fixtures.TRAINER, Capsule.of(stock).limit(1).details())));
        answer(drops.ask(id, new Announce(Fixtures.SEED)));
        answer(drops.ask(id, new Open(List.of())));
    }

    @Override
    public Client client() {
        return new Client() {
            @Override
            public Answer claim(String round, String member) {
                var claim = Fixtures.claim(new ParticipantId(member), Fixtures.kits(1));
                return answer(drops.ask(new DropId(round), claim, new IdempotencyKey("k-" + member)))
                        .fold(reply -> Answer.CLAIMED, refusal -> {
                            if (refusal instanceof SoldOut) {
                                return Answer.SOLD_OUT;
                            }
                            throw new IllegalStateException(refusal.detail());
                        });
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public long claims(String round) {
        return answer(drops.show(new DropId(round))).orElseThrow().claims().stream()
                .filter(claim -> claim.status() == Status.CONFIRMED)
                .map(ClaimCard::who)
                .distinct()
                .count();
    }

    private static <T> T answer(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Override
    public void close() {
        node.close();
    }
}
